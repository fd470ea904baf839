import { describe, expect, test } from 'vitest';
import type { WireEvent } from '../../src/stack-exchange/index.js';
import { lastEventId, listen } from './listener.js';
import { type Browser, type Chat, startChat } from './support.js';

interface History {
  readonly events: readonly Record<string, unknown>[];
  readonly time: number;
}

const history = async (
  browser: Browser,
  roomId: number,
  fields: Record<string, number> = {},
): Promise<History> =>
  (await browser.post(`/chats/${roomId}/events`, { mode: 'Messages', since: 0, ...fields })).json as History;

const idsOf = ({ events }: History): unknown[] => events.map(({ message_id }) => message_id);

describe('the history of a room', () => {
  test('lists messages oldest first, without ids of events and without names of rooms', async () => {
    const chat = await startChat();
    const { events, time } = await history(chat.visitor(), chat.roomId);
    expect(events).toHaveLength(chat.emulator.control.messages(chat.roomId).length);
    for (const event of events) {
      expect(event).toMatchObject({ event_type: 1, room_id: chat.roomId });
      expect(event).not.toHaveProperty('id');
      expect(event).not.toHaveProperty('room_name');
    }
    expect(time).toBe(
      Math.max(
        ...[1, 12, 27, 31, 44].flatMap((room) => chat.emulator.control.events(room).map(({ id }) => id)),
      ),
    );
  });

  test('shows a removed message without its content', async () => {
    const chat = await startChat();
    const { events } = await history(chat.visitor(), chat.roomId);
    expect(events.filter((event) => !('content' in event))).toHaveLength(1);
  });

  test('can be read in pages, backwards and forwards', async () => {
    const chat = await startChat();
    const browser = chat.visitor();
    const all = idsOf(await history(browser, chat.roomId));
    expect(idsOf(await history(browser, chat.roomId, { msgCount: 2 }))).toEqual(all.slice(-2));
    expect(idsOf(await history(browser, chat.roomId, { msgCount: 2, before: Number(all.at(-2)) }))).toEqual(
      all.slice(-4, -2),
    );
    expect(idsOf(await history(browser, chat.roomId, { msgCount: 2, after: Number(all[0]) }))).toEqual(
      all.slice(1, 3),
    );
  });

  test('is written so that nothing in it looks like HTML', async () => {
    const chat = await startChat();
    const { text } = await chat.visitor().post(`/chats/${chat.roomId}/events`, { since: 0 });
    expect(text).not.toMatch(/[<>&']/);
    expect(text).toContain(String.raw`\u003cb\u003efirst\u003c/b\u003e`);
  });
});

describe('polling', () => {
  const poll = async (browser: Browser, fields: Record<string, number>): Promise<unknown> =>
    (await browser.post('/events', fields)).json;

  test('answers at once, for each room that is asked for', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    const since = await lastEventId(browser, 1);
    expect(await poll(browser, { r1: since, r12: since })).toEqual({ r1: {}, r12: {} });
    const id = chat.emulator.control.say(12, chat.ravi.id, 'tick');
    expect(await poll(browser, { r1: since, r12: since })).toEqual({
      r1: { t: since + 1, d: 1 },
      r12: { e: [expect.objectContaining({ message_id: id, content: 'tick' })], t: since + 1, d: 1 },
    });
  });

  test('says when an id is too old, and when one has to leave', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    const since = await lastEventId(browser, 1);
    chat.emulator.control.say(1, chat.ravi.id, 'missed');
    chat.emulator.control.reset();
    expect(await poll(browser, { r1: since, r31: since })).toEqual({
      r1: { reset: true },
      r31: { exit: true },
    });
    expect(await poll(browser, { r1: since + 1 })).toEqual({ r1: {} });
  });
});

describe('replies and mentions', () => {
  const heardBy = async (chat: Chat, act: () => void): Promise<readonly WireEvent[]> => {
    const listener = await listen(chat, await chat.loggedIn(chat.ada));
    await listener.framesReach(1);
    const before = listener.events().length;
    act();
    await listener.framesReach(2);
    return listener.events().slice(before);
  };

  test('a reply reaches the author of its parent first, then the room', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const parent = control.say(1, chat.ada.id, 'the *first* message');
    const [reply, message, ...rest] = await heardBy(chat, () =>
      control.say(1, chat.ravi.id, `:${parent} Howdy.`),
    );
    const common = {
      content: 'Howdy.',
      user_id: chat.ravi.id,
      parent_id: parent,
      show_parent: true,
      parent_username: 'Ada Brook',
      parent_text: 'the first message',
    };
    expect(reply).toMatchObject({ ...common, event_type: 18, target_user_id: chat.ada.id });
    expect(message).toMatchObject({ ...common, event_type: 1 });
    expect(message).not.toHaveProperty('target_user_id');
    expect(reply?.id ?? Infinity).toBeLessThan(message?.id ?? 0);
    expect(rest).toEqual([]);
  });

  test('the parent can be named in a field, or in front of the text', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ravi);
    const parent = chat.emulator.control.say(1, chat.ada.id, 'hello');
    await browser.post('/chats/1/messages/new', { text: 'one', parentId: parent });
    await browser.post('/chats/1/messages/new', { text: `:${parent} two`, parentId: '' });
    expect(chat.emulator.control.messages(1).slice(-2)).toMatchObject([
      { html: 'one', parentId: parent },
      { html: 'two', parentId: parent, source: `:${parent} two` },
    ]);
  });

  test('what answers nothing in this room is plain text', async () => {
    const chat = await startChat();
    const elsewhere = chat.emulator.control.say(12, chat.ada.id, 'tick');
    chat.emulator.control.say(1, chat.ravi.id, `:${elsewhere} tock`);
    expect(chat.emulator.control.messages(1).at(-1)).toMatchObject({
      html: `:${elsewhere} tock`,
      parentId: undefined,
    });
  });

  test('before September 2025 a reply called its addressee by name, and quoted nothing', async () => {
    const chat = await startChat({ legacyReplies: true, replyFields: false });
    const parent = chat.emulator.control.say(1, chat.ada.id, 'hello');
    const [reply] = await heardBy(chat, () =>
      chat.emulator.control.say(1, chat.ravi.id, 'hi', { replyTo: parent }),
    );
    expect(reply).toMatchObject({ event_type: 18, content: '@AdaBrook hi', parent_id: parent });
    expect(reply).not.toHaveProperty('parent_username');
  });

  test('a mention reaches the one who is called, with the last thing they said', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const said = control.say(1, chat.ada.id, 'I am here');
    const [mention, message] = await heardBy(chat, () =>
      control.say(1, chat.ravi.id, '@adabr, are you there?'),
    );
    expect(mention).toMatchObject({ event_type: 8, target_user_id: chat.ada.id, parent_id: said });
    expect(mention).not.toHaveProperty('show_parent');
    expect(message).toMatchObject({ event_type: 1, parent_id: said });
  });

  test('it reaches them also from a room where they are not', async () => {
    const chat = await startChat();
    const [mention, ...rest] = await heardBy(chat, () => {
      chat.emulator.control.say(12, chat.ravi.id, '@AdaBrook come over');
    });
    expect(mention).toMatchObject({ event_type: 8, room_id: 12, room_name: 'The Clock Tower' });
    expect(rest).toEqual([]);
  });

  test('an edit that calls its reader by name still answers what it answered, and says so once', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ravi);
    const { control } = chat.emulator;
    const parent = control.say(1, chat.ada.id, 'how?');
    control.say(1, chat.tomasz.id, 'I do not know');
    const id = control.say(1, chat.ravi.id, 'so', { replyTo: parent });
    const listener = await listen(chat, await chat.loggedIn(chat.ada));
    await listener.framesReach(1);
    const before = listener.events().length;
    await browser.post(`/messages/${id}`, { text: '@AdaBrook so; ask @Tomasz' });
    await listener.framesReach(2);
    const [reply, edited, ...rest] = listener.events().slice(before);
    expect(reply).toMatchObject({ event_type: 18, parent_id: parent, show_parent: true });
    expect(edited).toMatchObject({ event_type: 2, parent_id: parent, show_parent: true });
    expect(rest).toEqual([]);
  });

  test('an edit and a removal are told with what they concern', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ravi);
    const id = chat.emulator.control.say(1, chat.ravi.id, 'frist');
    const listener = await listen(chat, await chat.loggedIn(chat.ada));
    await listener.framesReach(1);
    await browser.post(`/messages/${id}`, { text: 'first' });
    await browser.post(`/messages/${id}/delete`);
    await listener.framesReach(3);
    const [edited, removed] = listener.events().slice(-2);
    expect(edited).toMatchObject({ event_type: 2, content: 'first', message_id: id, message_edits: 1 });
    expect(removed).toMatchObject({
      event_type: 10,
      user_id: chat.ravi.id,
      message_id: id,
      message_edits: 1,
    });
    expect(removed).not.toHaveProperty('content');
  });
});
