import { describe, expect, test } from 'vitest';
import { listen } from './listener.js';
import { startChat } from './support.js';

describe('messages that are moved', () => {
  test('leave one room and come into the other, each told of all, and by what notice', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const tomasz = await chat.loggedIn(chat.tomasz);
    const toAda = await listen(chat, await chat.loggedIn(chat.ada), { roomId: 1 });
    const toRavi = await listen(chat, await chat.loggedIn(chat.ravi), { roomId: 12 });
    const ids = ['one', '<two>'].map((text) => control.say(1, chat.ada.id, text));
    const postedAt = Math.floor(chat.clock.now() / 1000);
    await chat.clock.advance(90_000);
    await toAda.framesReach(3);
    const frames = [toAda.frames.length, toRavi.frames.length] as const;
    const answer = await tomasz.post('/admin/movePosts/1', { to: 12, ids: ids.join(',') });
    expect(answer.text).toBe('2');
    await toAda.framesReach(frames[0] + 1);
    await toRavi.framesReach(frames[1] + 1);
    const root = 'https://chat.stackexchange.com';
    const moved = (type: number, room: object, index: number) => ({
      event_type: type,
      time_stamp: postedAt,
      content: ['one', '&lt;two&gt;'][index],
      id: expect.any(Number) as unknown,
      user_id: chat.ada.id,
      user_name: 'Ada Brook',
      ...room,
      message_id: ids[index],
      moved: true,
    });
    const notice = (content: string, room: object) => ({
      event_type: 1,
      time_stamp: postedAt + 90,
      content,
      id: expect.any(Number) as unknown,
      user_id: chat.tomasz.id,
      user_name: 'Tomasz Wójcik',
      ...room,
      message_id: expect.any(Number) as unknown,
    });
    const sandbox = { room_id: 1, room_name: 'Sandbox' };
    const tower = { room_id: 12, room_name: 'The Clock Tower' };
    expect(toAda.frames.at(-1)?.['r1']?.e).toEqual([
      moved(19, sandbox, 0),
      moved(19, sandbox, 1),
      notice(
        `&rarr; <i><a href="${root}/transcript/message/${ids[0]}#${ids[0]}">2 messages</a> moved to ` +
          `<a href="${root}/rooms/12/the-clock-tower">The Clock Tower</a></i>`,
        sandbox,
      ),
    ]);
    expect(toRavi.frames.at(-1)?.['r12']?.e).toEqual([
      moved(20, tower, 0),
      moved(20, tower, 1),
      notice(`&larr; <i>2 messages moved from <a href="${root}/rooms/1/sandbox">Sandbox</a></i>`, tower),
    ]);
    expect(control.messages(12).map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    expect(control.messages(1).some(({ id }) => ids.includes(id))).toBe(false);
  });

  test('can be one, or none, and are only those of that room', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const tomasz = await chat.loggedIn(chat.tomasz);
    const id = control.say(1, chat.ada.id, 'alone');
    const stranger = control.say(12, chat.ada.id, 'elsewhere');
    expect((await tomasz.post('/admin/movePosts/1', { to: 12, ids: `${stranger},${id}` })).text).toBe('1');
    expect(control.messages(1).at(-1)?.html).toContain('>1 message</a> moved to ');
    const { length } = control.messages(12);
    expect((await tomasz.post('/admin/movePosts/1', { to: 12, ids: stranger })).text).toBe('0');
    expect(control.messages(12)).toHaveLength(length);
  });

  test('are moved by owners, to where they may talk, and not by too long a list', async () => {
    const chat = await startChat();
    const ada = await chat.loggedIn(chat.ada);
    const tomasz = await chat.loggedIn(chat.tomasz);
    expect((await ada.post('/admin/movePosts/1', { to: 12, ids: 1 })).status).toBe(409);
    expect((await tomasz.post('/admin/movePosts/1', { to: 31, ids: 1 })).status).toBe(409);
    expect((await tomasz.post('/admin/movePosts/1', { to: 999, ids: 1 })).status).toBe(404);
    const long = Array.from({ length: 240 }, (_, index) => 10_000_000 + index).join(',');
    expect((await tomasz.post('/admin/movePosts/1', { to: 12, ids: long })).status).toBe(500);
  });

  test('can get a room of their own', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const tomasz = await chat.loggedIn(chat.tomasz);
    const id = control.say(1, chat.ada.id, 'off topic');
    expect((await tomasz.post('/admin/movePostsToNew/1', { ids: id, newTitle: 'Aside' })).text).toBe('"ok"');
    expect(control.messages(45).map(({ id: inNew }) => inNew)).toContain(id);
    expect((await tomasz.get('/rooms/info/45')).text).toContain('Aside');
  });
});

test('owners delete many messages at once', async () => {
  const chat = await startChat();
  const { control } = chat.emulator;
  const tomasz = await chat.loggedIn(chat.tomasz);
  const ids = ['a', 'b'].map((text) => control.say(1, chat.ada.id, text));
  expect((await tomasz.post('/admin/deletePosts/1', { id: ids.join(',') })).text).toBe('"ok"');
  expect(control.events(1).slice(-2)).toMatchObject(
    ids.map((message_id) => ({ event_type: 10, message_id, user_id: chat.tomasz.id })),
  );
  const ada = await chat.loggedIn(chat.ada);
  expect((await ada.post('/admin/deletePosts/1', { id: ids[0] ?? 0 })).status).toBe(409);
});

describe('a conversation', () => {
  test('is a stretch of a room under a title, and can be deleted by its slug', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const ada = await chat.loggedIn(chat.ada);
    const [firstMessageId = 0, lastMessageId = 0] = ['a', 'b'].map((text) =>
      control.say(1, chat.ada.id, text),
    );
    const fields = { roomId: 1, firstMessageId, lastMessageId, title: "What's up, Doc?" };
    expect((await ada.post('/conversation/new', fields)).text).toBe('{"ok":true}');
    expect((await ada.post('/conversation/new', fields)).json).toMatchObject({
      ok: false,
      message: expect.any(String) as unknown,
    });
    expect(
      (await ada.post('/conversation/new', { ...fields, title: 'x', lastMessageId: 1 })).json,
    ).toMatchObject({ ok: false });
    const ravi = await chat.loggedIn(chat.ravi);
    expect((await ravi.post('/conversation/delete/1/whats-up-doc')).status).toBe(409);
    expect((await ada.post('/conversation/delete/1/whats-up-doc')).text).toBe('"ok"');
    expect((await ada.post('/conversation/delete/1/whats-up-doc')).status).toBe(404);
  });
});
