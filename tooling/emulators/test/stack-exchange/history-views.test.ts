import { describe, expect, test } from 'vitest';
import { lastEventId } from './listener.js';
import { type Browser, type Chat, startChat } from './support.js';

interface History {
  readonly events: readonly Readonly<Record<string, unknown>>[];
  readonly time: number | null;
  readonly reset?: boolean;
}

const history = async (browser: Browser, fields: Record<string, string | number> = {}): Promise<History> =>
  (await browser.post('/chats/1/events', fields)).json as History;

const idsOf = ({ events }: History): unknown[] => events.map(({ message_id }) => message_id);

const sayNothing = (chat: Chat, count: number): number[] =>
  Array.from({ length: count }, (_none, index) =>
    chat.emulator.control.say(1, chat.ravi.id, `nothing ${index}`),
  );

describe('the history of a room', () => {
  test('has a hundred messages unless told otherwise, and never more than five hundred', async () => {
    const chat = await startChat();
    const ids = sayNothing(chat, 600);
    const browser = chat.visitor();
    expect(idsOf(await history(browser))).toEqual(ids.slice(-100));
    expect(idsOf(await history(browser, { msgCount: 1_000 }))).toEqual(ids.slice(-500));
    expect(idsOf(await history(browser, { msgCount: 0 }))).toEqual([]);
    expect(idsOf(await history(browser, { msgCount: 3, before: ids[10] ?? 0 }))).toEqual(ids.slice(7, 10));
    expect(idsOf(await history(browser, { msgCount: 3, after: ids[10] ?? 0 }))).toEqual(ids.slice(11, 14));
  });

  test('is the same however its mode is spelled', async () => {
    const chat = await startChat();
    const browser = chat.visitor();
    const [first, ...others] = await Promise.all(
      ['Messages', 'messages', 'events'].map((mode) => history(browser, { mode, since: 0 })),
    );
    for (const other of others) expect(other).toEqual(first);
  });

  test('since an event has what was said or changed after it', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ravi);
    const id = chat.emulator.control.say(1, chat.ravi.id, 'frist');
    const since = await lastEventId(browser, 1);
    expect(idsOf(await history(browser, { since }))).toEqual([]);
    await browser.post(`/messages/${id}`, { text: 'first' });
    const [later] = sayNothing(chat, 1);
    expect(idsOf(await history(browser, { since }))).toEqual([id, later]);
  });

  test('since an event that is forgotten is the usual one, and says so', async () => {
    const chat = await startChat();
    const browser = chat.visitor();
    const since = await lastEventId(browser, 1);
    const all = await history(browser, { since: 0 });
    chat.emulator.control.say(12, chat.ravi.id, 'tick');
    chat.emulator.control.reset();
    const answer = await history(browser, { since });
    expect(answer.reset).toBe(true);
    expect(idsOf(answer)).toEqual(idsOf(all));
    expect(all).not.toHaveProperty('reset');
  });

  test('can be limited to what is starred, or meant for the reader', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const mine = control.say(1, chat.ada.id, 'who has the key?');
    control.say(1, chat.ravi.id, 'not me');
    const reply = control.say(1, chat.ravi.id, 'Tomasz', { replyTo: mine });
    const call = control.say(1, chat.ravi.id, 'ask him, @AdaBrook');
    const starred = control
      .messages(1)
      .filter(({ stars }) => stars > 0)
      .map(({ id }) => id);
    // Earlier replies to her are in the seeded past.
    const ofAda = idsOf(await history(await chat.loggedIn(chat.ada), { highlights: 'true' }));
    expect(ofAda.slice(-2)).toEqual([reply, call]);
    expect(ofAda).toEqual(expect.arrayContaining(starred));
    expect(idsOf(await history(chat.visitor(), { highlights: 'true' }))).toEqual(starred);
  });

  test('of a room in which nothing ever happened knows no last event', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    const created = await browser.post('/rooms/save', { name: 'Hourglasses', defaultAccess: 'read-write' });
    const [, id] = /\/rooms\/info\/(\d+)\//.exec(created.headers.get('location') ?? '') ?? [];
    const { json } = await browser.post(`/chats/${id}/events`, { since: 0 });
    expect(json).toMatchObject({ events: [], time: null });
  });

  test('can have breaks where nobody spoke for more than an hour', async () => {
    const chat = await startChat({ timeBreaks: true });
    const id = chat.emulator.control.say(1, chat.ada.id, 'tick');
    await chat.clock.advance(3_601_000);
    chat.emulator.control.say(1, chat.ada.id, 'tock');
    const { events } = await history(chat.visitor(), { after: id - 1 });
    expect(events).toMatchObject([
      { event_type: 1, content: 'tick' },
      { event_type: 21, room_id: 1, time_stamp: chat.clock.now() / 1000 },
      { event_type: 1, content: 'tock' },
    ]);
    const usual = await history((await startChat()).visitor());
    expect(usual.events.every(({ event_type }) => event_type === 1)).toBe(true);
  });
});

test('polling can be limited to what is starred, or meant for the reader', async () => {
  const chat = await startChat();
  const browser = await chat.loggedIn(chat.ada);
  const since = await lastEventId(browser, 1);
  chat.emulator.control.say(1, chat.ravi.id, 'not for you');
  const call = chat.emulator.control.say(1, chat.ravi.id, '@AdaBrook for you');
  const { json } = await browser.post('/events', { h1: since });
  expect(json).toEqual({
    h1: {
      e: [
        expect.objectContaining({ event_type: 8, message_id: call }),
        expect.objectContaining({ event_type: 1, message_id: call }),
      ],
      t: since + 3,
      d: 3,
    },
  });
});

test('a bookmarked conversation is a transcript of nothing else', async () => {
  const chat = await startChat();
  const { control } = chat.emulator;
  const [first, second] = sayNothing(chat, 3);
  const browser = await chat.loggedIn(chat.ada);
  await browser.post('/conversation/new', {
    roomId: 1,
    firstMessageId: first ?? 0,
    lastMessageId: second ?? 0,
    title: 'Nothing <much>',
  });
  const page = (await browser.get('/rooms/1/conversation/nothing-much')).text;
  expect([...page.matchAll(/id="message-(\d+)"/g)].map(([, id]) => Number(id))).toEqual([first, second]);
  expect(page).toContain('<title>Sandbox - Nothing &lt;much&gt;</title>');
  expect(page).toContain('<link rel="canonical" href="/rooms/1/conversation/nothing-much" />');
  const link = '<a href="/rooms/1/conversation/nothing-much">Nothing &lt;much&gt;</a>';
  expect((await browser.get('/rooms/info/1?tab=conversations')).text).toContain(link);
  expect((await browser.get(`/users/${chat.ada.id}?tab=conversations`)).text).toContain(link);
  expect((await browser.get('/rooms/1/conversation/something')).status).toBe(404);
  expect(control.messages(1).at(-1)?.id).not.toBe(second);
});
