import { describe, expect, test } from 'vitest';
import { listen } from './listener.js';
import { startChat } from './support.js';

describe('the permalink of a message, alone', () => {
  test.each([
    ['http://127.0.0.1:1/transcript/message/ID#ID', true],
    ['https://chat.stackexchange.com/transcript/1?m=ID#ID', true],
    ['https://chat.stackexchange.com/transcript/message/1', false],
    ['https://chat.stackexchange.com/rooms/1/sandbox', false],
    ['https://chat.stackoverflow.com/transcript/message/ID#ID', false],
    ['https://meta.stackexchange.com/transcript/message/ID', false],
    ['see https://chat.stackexchange.com/transcript/message/ID', false],
  ])('%s quotes it: %s', async (address, quotes) => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const id = control.say(12, chat.ravi.id, 'it *ticks*');
    const text = address.replaceAll('ID', String(id));
    control.say(1, chat.ada.id, text);
    expect(control.events(1).at(-1)?.content).toBe(
      quotes
        ? `<div class="onebox ob-message"><a rel="noopener noreferrer" class="roomname" href="/transcript/message/${id}#${id}">` +
            '<span title="2026-01-05 09:00:00Z">Jan 5 at 09:00</span></a>, by <span class="user-name">Ravi Menon</span><br />' +
            '<div class="quote">it <i>ticks</i></div></div>'
        : text,
    );
  });

  test('tells nothing of a private room', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const id = control.say(31, chat.ada.id, 'psst');
    const address = `https://chat.stackexchange.com/transcript/message/${id}`;
    control.say(1, chat.ada.id, address);
    expect(control.events(1).at(-1)?.content).toBe(address);
  });
});

test('a moderator reaches anybody by their id, and nobody else does', async () => {
  const chat = await startChat();
  const { control } = chat.emulator;
  const moderator = (await chat.visitor().get('/users?tab=moderators')).text;
  const [, ilse] = /<div id="user-(\d+)" class="usercard"/.exec(moderator) ?? [];
  const listener = await listen(chat, await chat.loggedIn(chat.ada));
  await listener.framesReach(1);
  control.say(44, chat.ravi.id, `@@${chat.ada.id} hello`);
  control.say(44, Number(ilse), `@@${chat.ada.id} hello`);
  await expect
    .poll(() => listener.events().filter(({ event_type }) => event_type === 8))
    .toMatchObject([{ user_id: Number(ilse), room_id: 44 }]);
});

test('a long text is shown in part, and can be had as a whole', async () => {
  const chat = await startChat();
  const browser = await chat.loggedIn(chat.ada);
  const lines = Array.from({ length: 80 }, (_none, index) => `    tick(${index} < "80")`);
  const { json } = await browser.post('/chats/1/messages/new', { text: lines.join('\n') });
  const { id } = json as { id: number };
  expect(chat.emulator.control.events(1).at(-1)?.content).toMatch(/^<pre class='partial'>tick\(0 &lt; /);
  expect((await browser.get('/transcript/1')).text).toContain("<pre class='partial'>tick(0 &lt;");
  // Escaped, in lines, and with their indentation.
  expect((await browser.get(`/messages/1/${id}`)).text).toBe(
    lines.map((line) => line.replace('<', '&lt;').replaceAll('"', '&quot;')).join('\n'),
  );
});

test('a picture shows itself only when its author has the reputation for it', async () => {
  const chat = await startChat();
  const { control } = chat.emulator;
  control.setReputation(chat.ravi.id, 19);
  control.say(1, chat.ravi.id, 'https://i.example.com/cat.png');
  expect(control.events(1).at(-1)?.content).toBe('https://i.example.com/cat.png');
  control.setReputation(chat.ravi.id, 20);
  control.say(1, chat.ravi.id, 'https://i.example.com/cat.png');
  expect(control.events(1).at(-1)?.content).toContain('class="onebox ob-image"');
});
