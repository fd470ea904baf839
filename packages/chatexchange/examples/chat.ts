// Chats from the terminal: shows what is said in a room, and says what is typed.
// CHATEXCHANGE_EMAIL and CHATEXCHANGE_PASSWORD come from the environment, as do CHATEXCHANGE_HOST (default
// stackexchange.com) and CHATEXCHANGE_ROOT, which points elsewhere; the id of the room from the command line (default 1).
// Without an account it only shows.
import { createInterface } from 'node:readline/promises';
import { createChatExchange, isServiceError, type ChatHost } from '@x/chatexchange';

const { env } = process;
const chat = createChatExchange({
  host: env['CHATEXCHANGE_HOST'] as ChatHost | undefined,
  chatRoot: env['CHATEXCHANGE_ROOT'],
  email: env['CHATEXCHANGE_EMAIL'],
  password: env['CHATEXCHANGE_PASSWORD'],
});
const room = chat.getRoom(Number(process.argv[2] ?? 1));

chat.on('state', ({ to, via, delayMs }) => {
  const facts = [via, delayMs === undefined ? undefined : `again in ${Math.ceil(delayMs / 1000)} s`];
  console.log(['*', to, ...facts].filter(Boolean).join(' '));
});

try {
  await room.join();
  console.log(`* ${await room.name}: ${await room.textDescription}`);
  const terminal = createInterface({ input: process.stdin });
  terminal.on('line', (line) => {
    room.sendMessage(line).catch((error: unknown) => {
      console.error(`* not sent: ${error instanceof Error ? error.message : String(error)}`);
    });
  });
  terminal.on('close', () => {
    void chat.close();
  });
  for await (const event of room.newEvents()) {
    if (event.type === 'message') {
      console.log(`${await event.user?.name}: ${await event.message.textContent}`);
    } else if (event.type === 'enter' || event.type === 'leave') {
      console.log(`* ${await event.user?.name}: ${event.type}`);
    } else if (event.type === 'gap') {
      console.log(`* something was missed; ${event.recovered} messages follow`);
    }
  }
} catch (error) {
  if (!isServiceError(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
  await chat.close();
}
