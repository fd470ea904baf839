// Shows a room live in a web page: what was said last, and everything that is said, edited, starred and removed from now on.
// Run it on Node.js 24 with the id of a room (default 1), and open the address that it prints. CHATEXCHANGE_HOST (default
// stackexchange.com), CHATEXCHANGE_ROOT, which points elsewhere, and PORT come from the environment; no account is needed.
import { createServer, type ServerResponse } from 'node:http';
import { createChatExchange, type ChatHost, type Message } from '@x/chatexchange';

const { CHATEXCHANGE_HOST, CHATEXCHANGE_ROOT: chatRoot, PORT = '8080' } = process.env;
const chat = createChatExchange({ host: CHATEXCHANGE_HOST as ChatHost | undefined, chatRoot });
const room = chat.getRoom(Number(process.argv[2] ?? 1));
const readers = new Set<ServerResponse>();

/** A message as the page shows it. */
async function lineOf(message: Message): Promise<string> {
  const [owner, text, stars] = await Promise.all([message.owner, message.textContent, message.stars]);
  return JSON.stringify({ id: message.id, name: (await owner?.name) ?? 'somebody', text, stars });
}

const tell = (reader: ServerResponse, line: string): void => void reader.write(`data: ${line}\n\n`);

async function open(reader: ServerResponse): Promise<void> {
  reader.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  tell(reader, JSON.stringify({ title: await room.name }));
  const recent = await room.history({ pageSize: 20 }).toArray(20);
  for (const message of recent.toReversed()) tell(reader, await lineOf(message));
  readers.add(reader);
  reader.on('close', () => readers.delete(reader));
}

const page = `<!doctype html>
<meta charset="utf-8" />
<title>A room</title>
<style>
  body { font: 1rem/1.5 system-ui; max-width: 40rem; margin: 2rem auto; }
  li { list-style: none; white-space: pre-wrap; }
  b { margin-right: 0.5rem; }
</style>
<h1></h1>
<ul></ul>
<script type="module">
  const list = document.querySelector('ul');
  new EventSource('/events').onmessage = ({ data }) => {
    const { title, id, name, text, stars } = JSON.parse(data);
    if (title) return void (document.querySelector('h1').textContent = document.title = title);
    const line = document.getElementById('m' + id) ?? list.appendChild(document.createElement('li'));
    line.id = 'm' + id;
    const author = document.createElement('b');
    author.textContent = name;
    line.replaceChildren(author, text || '(removed)', stars > 0 ? ' ★' + stars : '');
    line.scrollIntoView();
  };
</script>
`;

const server = createServer((request, response) => {
  if (request.url === '/events') {
    open(response).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : String(error));
      response.destroy();
    });
    return;
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
});

await room.join();
const events = room.newEvents();
server.listen(Number(PORT), '127.0.0.1', () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === 'object' ? address?.port : PORT}/`);
});
process.once('SIGINT', () => void chat.close());
for await (const event of events) {
  if ('message' in event && event.message !== undefined) {
    const line = await lineOf(event.message);
    for (const reader of readers) tell(reader, line);
  }
}
server.close();
server.closeAllConnections();
