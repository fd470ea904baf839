import { existsSync, readFileSync } from 'node:fs';
import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { createChatExchange, type Message } from '../src/index.js';
import { connect, connectTo, sent, somebodyElse, type ChatEmulator } from './emulator.js';
import { startService } from './service.js';

const recorded = new URL('../../../../shared/fixtures/chatexchange/samliew/transcript.html', import.meta.url);

const page = (html: string, status = 200): Response =>
  new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });

/** The id of the message of a room that begins with these words. */
function idOf(emulator: ChatEmulator, room: number, beginning: string): number {
  const found = emulator.control.messages(room).find(({ source }) => source.startsWith(beginning));
  if (found === undefined) throw new Error(`nobody says "${beginning}"`);
  return found.id;
}

const pages = (emulator: ChatEmulator): readonly string[] =>
  sent(emulator).filter((line) => !/users\/login|GET \/$/.test(line));

describe('what pages tell', () => {
  test('the transcript tells all of a message that was never edited or pinned, but its source and its time', async () => {
    const { emulator, chat } = await connect();
    const id = idOf(emulator, 1, 'Ah, thanks');
    const message = chat.getMessage(id);
    expect(await message.content).toBe('Ah, thanks. "Every" as in &lt;every&gt;.');
    expect(await message.textContent).toBe('Ah, thanks. "Every" as in <every>.');
    expect(await (await message.owner)?.name).toBe('Ravi Menon');
    expect(await (await message.room).name).toBe('Sandbox');
    expect(await (await message.parent)?.textContent).toBe('like that: every line needs four blanks');
    expect([await message.deleted, await message.edited, await message.edits, await message.editor]).toEqual([
      false,
      false,
      0,
      undefined,
    ]);
    expect([await message.stars, await message.starredByYou]).toEqual([0, false]);
    expect([await message.pinned, await message.pins, await message.pinners]).toEqual([false, 0, []]);
    // The answered message is held by its answer, and stands on the same page.
    expect(pages(emulator)).toEqual([`GET /transcript/message/${id}`]);
    expect(await message.contentSource).toBe('Ah, thanks. "Every" as in <every>.');
    const { postedAt = 0 } = emulator.control.messages(1).find((each) => each.id === id) ?? {};
    expect(await message.timeStamp).toBe(Math.floor(postedAt / 1000));
    expect(pages(emulator)).toEqual([
      `GET /transcript/message/${id}`,
      `GET /message/${id}`,
      'POST /chats/1/events',
    ]);
  });

  test('the page of its history tells who edited and who pinned it, and the source as well', async () => {
    const { emulator, chat } = await connect();
    const edited = chat.getMessage(idOf(emulator, 12, 'Twice'));
    expect(await edited.edits).toBe(1);
    expect(await (await edited.editor)?.name).toBe('Tomasz Wójcik');
    expect(await edited.contentSource).toBe('Twice. Mind the mainspring: it *will* jump.');
    expect(await edited.edited).toBe(true);
    const pinned = chat.getMessage(idOf(emulator, 1, 'Welcome!'));
    expect(await Promise.all((await pinned.pinners).map(({ name }) => name))).toEqual(['Ilse de Haan']);
    expect([await pinned.pins, await pinned.pinned, await pinned.stars]).toEqual([1, true, 3]);
    expect(pages(emulator)).toEqual([
      `GET /messages/${edited.id}/history`,
      `GET /messages/${pinned.id}/history`,
    ]);
  });

  test('a snapshot of everything takes three requests, with the history of the message only where it has one', async () => {
    const { emulator, chat } = await connect();
    const plain = chat.getMessage(idOf(emulator, 1, 'I keep watch'));
    expect(await plain.load()).toMatchObject({
      id: plain.id,
      content: 'I keep watch. Type <code>!!help</code> for help.',
      contentSource: 'I keep watch. Type `!!help` for help.',
      edits: 0,
      editor: undefined,
      pinners: [],
      timeStamp: expect.any(Number) as number,
    });
    const pinned = chat.getMessage(idOf(emulator, 1, 'Welcome!'));
    expect(await pinned.load()).toMatchObject({ pins: 1, stars: 3, contentSource: /^Welcome!/ });
    expect(pages(emulator)).toEqual([
      `GET /transcript/message/${plain.id}`,
      `GET /message/${plain.id}`,
      'POST /chats/1/events',
      `GET /transcript/message/${pinned.id}`,
      `GET /messages/${pinned.id}/history`,
      'POST /chats/1/events',
    ]);
  });

  test('neighbours that are held learn from the same page', async () => {
    const { emulator, chat } = await connect();
    const held = [idOf(emulator, 1, 'A code block'), idOf(emulator, 1, 'like that')].map((id) =>
      chat.getMessage(id),
    );
    await chat.getMessage(idOf(emulator, 1, 'I keep watch')).content;
    expect(held.map(({ known }) => known.content)).toEqual([
      '<div class="full">A code block: <br>     tick() <br>     tock()</div>',
      'like that: every line needs four blanks',
    ]);
    expect(held.map(({ known }) => known.stars)).toEqual([0, 1]);
    expect(pages(emulator)).toHaveLength(1);
  });

  test('an edit and a pin that nobody told of show on the page of a neighbour', async () => {
    const { emulator, chat } = await connect();
    const author = connectTo(emulator, {}, 1);
    const owner = connectTo(emulator, {}, emulator.credentials.owner);
    const { id } = await author.getRoom(1).sendMessage('*draft*');
    const message = chat.getMessage(id);
    expect(await message.load()).toMatchObject({ edits: 0, pins: 0, contentSource: '*draft*' });
    await author.getMessage(id).edit('*final*');
    await owner.getMessage(id).pin();
    await chat.getMessage(idOf(emulator, 1, 'I keep watch')).content;
    expect(message.known).toMatchObject({ content: '<i>final</i>', edited: true, pinned: true, stars: 1 });
    expect([await message.edits, await message.pins, await message.contentSource]).toEqual([1, 1, '*final*']);
  });

  test('the times of neighbours come with one answer', async () => {
    const { emulator, chat } = await connect();
    const room = chat.getRoom(1);
    const list = emulator.control.messages(1).map(({ id }) => chat.getMessage(id, { room }));
    const times = [];
    for (const message of list.toReversed()) times.unshift(await message.timeStamp);
    expect(times).toEqual(emulator.control.messages(1).map(({ postedAt }) => Math.floor(postedAt / 1000)));
    expect(pages(emulator)).toEqual(['POST /chats/1/events']);
  });

  test('refresh() asks again for what may have changed', async () => {
    const { emulator, chat } = await connect();
    const owner = connectTo(emulator, {}, emulator.credentials.owner);
    const message = chat.getMessage(idOf(emulator, 1, 'I keep watch'));
    expect(await message.stars).toBe(0);
    await owner.getMessage(message.id).pin();
    expect(await message.stars).toBe(0);
    const fresh = await message.refresh();
    expect(fresh).toMatchObject({ stars: 1, pinned: true, pins: 1, starredByYou: false });
    expect(fresh.pinners).toEqual([chat.getUser(emulator.credentials.owner.id)]);
  });

  test('what never was is refused, whatever is asked for', async () => {
    const { chat } = await connect();
    const message = chat.getMessage(5);
    for (const value of [message.content, message.edits, message.contentSource, message.timeStamp]) {
      expect(await rejection(value)).toMatchObject({ kind: 'refused', code: 'NOT_FOUND' });
    }
  });

  test('a message in a private room is refused as such', async () => {
    const { emulator, chat } = await connect();
    const message = chat.getMessage(idOf(emulator, 31, 'Nothing to report'));
    expect(await rejection(message.content)).toMatchObject({ code: 'ROOM_PRIVATE' });
    expect(await rejection(message.history())).toMatchObject({ code: 'ROOM_PRIVATE' });
  });
});

describe('a message that was removed', () => {
  test('says so, and what it does not tell any more is undefined', async () => {
    const { emulator, chat } = await connect();
    const message = chat.getMessage(idOf(emulator, 1, 'asdfgh'));
    expect(await message.load()).toMatchObject({
      content: undefined,
      contentSource: undefined,
      deleted: true,
      edits: 0,
      editor: undefined,
      pins: 0,
      pinners: [],
    });
    expect(await message.textContent).toBe('');
    expect(await rejection(message.history())).toMatchObject({
      kind: 'refused',
      code: 'MESSAGE_DELETED',
      status: 404,
    });
  });

  test('shows its source and history to its author, and to owners', async () => {
    const { emulator, chat } = await connect();
    const own = await chat.getRoom(1).sendMessage('oops');
    await own.delete();
    expect(await own.deleted).toBe(true);
    expect(await own.contentSource).toBe('oops');
    const owner = connectTo(emulator, {}, emulator.credentials.owner);
    expect((await owner.getMessage(own.id).history()).map(({ kind }) => kind)).toEqual(['deleted', 'said']);
  });
});

describe('a long text', () => {
  const lines = Array.from({ length: 120 }, (_, index) => `line ${index} <&> "quoted"`);
  const code = lines.map((line) => `    ${line}`);

  test('is whole, although pages and events show the beginning only', async () => {
    const { emulator, chat } = await connect();
    const room = chat.getRoom(1);
    await room.join();
    const messages = room.newMessages();
    const speaker = somebodyElse(emulator);
    emulator.control.say(1, speaker, lines.join('\n'));
    emulator.control.say(1, speaker, code.join('\n'));
    const heard: Message[] = [];
    for await (const message of messages) if (heard.push(message) === 2) break;
    const before = sent(emulator).length;
    expect(await Promise.all(heard.map(({ content }) => content))).toEqual([
      expect.stringMatching(/^<div class='full'>line 0 &lt;&amp;&gt; .* <br> line 119 /),
      expect.stringMatching(/^<pre class='full'>line 0 &lt;&amp;&gt; [^]*\nline 119 /),
    ]);
    // The room is known by the event, and the transcript would have the beginning only.
    expect(sent(emulator).slice(before).toSorted()).toEqual(
      heard.map(({ id }) => `GET /messages/1/${id}`).toSorted(),
    );
    for (const message of [...heard, ...heard.map(({ id }) => connectTo(emulator).getMessage(id))]) {
      expect(await message.textContent).toBe(lines.join('\n'));
      expect(await message.fullText()).toBe(lines.join('\n'));
    }
    const [text, block] = await Promise.all(heard.map(({ contentSource }) => contentSource));
    expect([text, block]).toEqual([lines.join('\n'), code.join('\n')]);
  });

  test('of a reply as it was written once is told without the mark', async () => {
    const { emulator, chat } = await connect();
    const first = idOf(emulator, 1, 'I keep watch');
    const id = emulator.control.say(1, somebodyElse(emulator), `:${first} ${lines.join('\n')}`);
    expect(await chat.getMessage(id).fullText()).toBe(lines.join('\n'));
  });

  test.skipIf(!existsSync(recorded))('is whole also where the captured page cuts it off', async () => {
    const whole = ['LEASE.jar!/ &lt;a&gt;', '\tat fr.tunaki &amp; others'];
    const server = await startService(({ url }) => {
      const { pathname } = new URL(url);
      if (pathname.startsWith('/transcript/')) return page(readFileSync(recorded, 'utf8'));
      if (pathname === '/messages/167908/44424808') {
        return page(whole.map((line) => `    ${line}`).join('\r\n'));
      }
      return pathname === '/messages/167908/44425037'
        ? page(`:44425007 ${whole.join('\n')}`)
        : page('?', 404);
    });
    const chat = createChatExchange({ chatRoot: server.url });
    const [block, text] = [44_424_808, 44_425_037].map((id) => chat.getMessage(id));
    expect(await block?.content).toBe(`<pre class='full'>${whole.join('\n')}</pre>`);
    expect(text?.known.content).toBeUndefined();
    expect(await text?.content).toBe(`<div class='full'>${whole.join(' <br> ')}</div>`);
    for (const message of [block, text]) {
      expect(await message?.textContent).toBe('LEASE.jar!/ <a>\n\tat fr.tunaki & others');
      expect(await message?.fullText()).toBe('LEASE.jar!/ <a>\n\tat fr.tunaki & others');
    }
    expect(await (await text?.room)?.name).toBe('SOBotics Workshop');
  });
});
