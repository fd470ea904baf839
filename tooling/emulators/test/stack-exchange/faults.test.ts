import { describe, expect, test } from 'vitest';
import { dial, lastEventId, listen, socketAddress } from './listener.js';
import { startChat } from './support.js';

describe('Cloudflare', () => {
  test.each([
    ['blocked', 403, 'Attention Required! | Cloudflare', null, null],
    ['challenge', 403, 'Just a moment...', null, 'challenge'],
    ['limited', 429, 'Access denied | Cloudflare', '30', null],
  ] as const)('answers %s with %i and a page', async (refusal, status, title, wait, mitigated) => {
    const chat = await startChat();
    chat.emulator.control.cloudflare(refusal);
    const answer = await chat.visitor().get('/');
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(`<title>${title}</title>`);
    expect(answer.headers.get('server')).toBe('cloudflare');
    expect(answer.headers.get('retry-after')).toBe(wait);
    expect(answer.headers.get('cf-mitigated')).toBe(mitigated);
    expect((await chat.visitor().get('/')).status).toBe(200);
  });

  test('can be kept to some requests, and taken back', async () => {
    const chat = await startChat();
    const end = chat.emulator.control.cloudflare('limited', {
      match: { path: '/rooms/1' },
      times: Infinity,
      retryAfterSeconds: 7,
    });
    expect((await chat.visitor().get('/rooms/1')).headers.get('retry-after')).toBe('7');
    expect((await chat.visitor().get('/rooms/12')).status).toBe(200);
    end();
    expect((await chat.visitor().get('/rooms/1')).status).toBe(200);
  });
});

test('a session of the chat that ran out is nobody to a POST until a page gives a new one', async () => {
  const chat = await startChat();
  const ada = await chat.loggedIn(chat.ada);
  const fkey = await ada.fkey();
  const before = ada.cookies.get('sechatusr');
  chat.emulator.control.expireChatCookies();
  const post = (key: string) => ada.send('/chats/1/messages/new', { fkey: key, text: 'hello' });
  expect((await post(fkey)).status).toBe(404);
  const renewed = await ada.fkey('/');
  expect(renewed).not.toBe(fkey);
  expect(ada.cookies.get('sechatusr')).not.toBe(before);
  expect((await post(renewed)).status).toBe(200);
});

test('a token of a session that has ended opens no socket', async () => {
  const chat = await startChat();
  const address = await socketAddress(await chat.loggedIn(chat.ada), 1);
  chat.emulator.control.expireSessions();
  expect(await (await dial(address, chat.emulator.url)).closed).toBe(1006);
});

describe('sockets', () => {
  test('get no signs of life when these are switched off, and get them again', async () => {
    const chat = await startChat({ keepAliveMs: 1_000 });
    const listener = await listen(chat, await chat.loggedIn(chat.ada));
    await listener.framesReach(1);
    chat.emulator.control.keepAlives(false);
    await chat.clock.advance(10_000);
    chat.emulator.control.keepAlives(true);
    await chat.clock.advance(1_000);
    await listener.framesReach(2);
    expect(listener.frames).toHaveLength(2);
  });

  test('are told of a gap by `t` and `d`', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const listener = await listen(chat, await chat.loggedIn(chat.ada));
    await listener.framesReach(1);
    const known = listener.frames[0]?.['r1']?.t ?? 0;
    expect(control.skipIds(5)).toBe(known + 5);
    control.say(1, chat.ravi.id, 'after the gap');
    await listener.framesReach(2);
    expect(listener.frames[1]?.['r1']).toMatchObject({ t: known + 6, d: 6, e: [{ id: known + 6 }] });
  });

  test('lose a frame, and the next one tells that it came after another', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const listener = await listen(chat, await chat.loggedIn(chat.ada));
    await listener.framesReach(1);
    const known = listener.frames[0]?.['r1']?.t ?? 0;
    control.frameFaults.add({ fault: { kind: 'lose' } });
    control.say(1, chat.ravi.id, 'lost');
    control.say(1, chat.ravi.id, 'found');
    await listener.framesReach(2);
    expect(listener.frames[1]?.['r1']).toMatchObject({ t: known + 2, d: 1 });
  });

  test('are told to load everything anew', async () => {
    const chat = await startChat();
    const ada = await chat.loggedIn(chat.ada);
    const listener = await listen(chat, ada);
    const since = await lastEventId(ada, 1);
    chat.emulator.control.reload();
    await listener.framesReach(2);
    const anew = { reset: true, sync: Math.floor(chat.clock.now() / 1000) };
    expect(listener.frames[1]).toEqual(anew);
    expect((await ada.post('/events', { r1: since })).json).toEqual(anew);
    expect((await ada.post('/events', { r1: await lastEventId(ada, 1) })).json).toEqual({ r1: {} });
  });

  test('are told to leave a room, all or those of one person', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const toAda = await listen(chat, await chat.loggedIn(chat.ada));
    const toRavi = await listen(chat, await chat.loggedIn(chat.ravi));
    await toAda.framesReach(2);
    control.exit(1, chat.ada.id);
    await toAda.framesReach(3);
    expect(toAda.frames[2]).toEqual({ r1: { exit: true } });
    control.exit(1);
    await toRavi.framesReach(2);
    expect(toRavi.frames[1]).toEqual({ r1: { exit: true } });
  });
});

describe('in the middle of a request', () => {
  test('somebody can be kicked while they send', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const ravi = await chat.loggedIn(chat.ravi);
    const fkey = await ravi.fkey();
    control.faults.add({ fault: { kind: 'delay', ms: 1_000 } });
    const sending = ravi.send('/chats/1/messages/new', { fkey, text: 'but I' });
    await expect.poll(() => control.requests.matching({ path: '/chats/1/messages/new' })).toHaveLength(1);
    await expect.poll(() => control.faults.struck['delay']).toBe(1);
    control.kick(1, chat.ravi.id);
    await chat.clock.advance(1_000);
    expect(await sending).toMatchObject({
      status: 404,
      text: 'The room does not exist, or you do not have permission',
    });
  });

  test('a message can move away while it is edited, and is edited where it is', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const ravi = await chat.loggedIn(chat.ravi);
    const fkey = await ravi.fkey();
    const id = control.say(1, chat.ravi.id, 'frist');
    control.faults.add({ fault: { kind: 'delay', ms: 1_000 } });
    const sending = ravi.send(`/messages/${id}`, { fkey, text: 'first' });
    await expect.poll(() => control.faults.struck['delay']).toBe(1);
    control.move([id], 12);
    await chat.clock.advance(1_000);
    expect((await sending).text).toBe('"ok"');
    expect(control.events(12).at(-1)).toMatchObject({ event_type: 2, message_id: id, room_id: 12 });
  });
});

describe('people', () => {
  test('who are blocked are told until when, in the words of the service', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const ravi = await chat.loggedIn(chat.ravi);
    const say = () => ravi.post('/chats/1/messages/new', { text: 'hello' });
    control.ban(chat.ravi.id, 5 * 3_600_000);
    const answer = await say();
    expect(answer).toMatchObject({ status: 404, text: 'Your account is blocked, ending in 5 hours' });
    expect(answer.headers.get('chat')).toBe('error');
    // The clock stands at 9:00 on 5 January 2026.
    control.ban(chat.ravi.id, 48 * 3_600_000 - 7 * 60_000);
    expect((await say()).text).toBe('Your account is blocked, ending on Jan 7 at 8:53');
    control.ban(chat.ravi.id, 0);
    expect((await say()).status).toBe(200);
  });

  test('who are renamed are announced by the system in each of their rooms', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const toAda = await listen(chat, await chat.loggedIn(chat.ada));
    control.rename(chat.tomasz.id, 'Tom');
    await toAda.framesReach(2);
    expect(toAda.events().at(-1)).toEqual({
      event_type: 34,
      time_stamp: Math.floor(chat.clock.now() / 1000),
      id: expect.any(Number) as unknown,
      user_id: -2,
      target_user_id: chat.tomasz.id,
      user_name: 'Feeds',
      room_id: 1,
      room_name: 'Sandbox',
    });
    expect(control.events(12).at(-1)).toMatchObject({ event_type: 34, room_id: 12 });
    expect((await chat.visitor().get(`/users/${chat.tomasz.id}`)).text).toContain('Tom');
  });

  test('who are gone leave their messages behind, without a link', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const id = control.addUser('Nobody');
    const messageId = control.say(1, id, 'remember me');
    control.deleteUser(id);
    expect((await chat.visitor().get(`/users/${id}`)).status).toBe(404);
    const page = await chat.visitor().get(`/transcript/message/${messageId}`);
    expect(page.text).toContain(`<div class="username">user${id}</div>`);
    expect(control.messages(1).at(-1)).toMatchObject({ source: 'remember me', userName: '' });
  });

  test('need as much reputation to talk as the service asks for', async () => {
    const chat = await startChat({ talkReputation: 20 });
    chat.emulator.control.setReputation(chat.ravi.id, 19);
    const ravi = await chat.loggedIn(chat.ravi);
    expect(await ravi.post('/chats/1/messages/new', { text: 'hello' })).toMatchObject({
      status: 409,
      text: 'You need 20 reputation points to talk here',
    });
  });
});

describe('events made by hand', () => {
  test('go out with any type and any fields, and are remembered', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const ada = await chat.loggedIn(chat.ada);
    const since = await lastEventId(ada, 1);
    const id = control.emit({
      event_type: 99,
      user_id: chat.ravi.id,
      room_id: 1,
      content: 'what is this',
      something: { new: true },
    });
    expect((await ada.post('/events', { r1: since })).json).toEqual({
      r1: {
        e: [
          {
            event_type: 99,
            time_stamp: Math.floor(chat.clock.now() / 1000),
            id,
            user_id: chat.ravi.id,
            user_name: 'Ravi Menon',
            room_id: 1,
            room_name: 'Sandbox',
            content: 'what is this',
            something: { new: true },
          },
        ],
        t: id,
        d: 1,
      },
    });
  });

  test('reach everybody, or whom they are for, wherever they are', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const toAda = await listen(chat, await chat.loggedIn(chat.ada), { roomId: 1 });
    const toRavi = await listen(chat, await chat.loggedIn(chat.ravi), { roomId: 12 });
    const [ada, ravi] = [toAda.frames.length, toRavi.frames.length];
    control.emit({ event_type: 14, content: 'Read-only at noon.' }, { to: 'everybody' });
    await toAda.framesReach(ada + 1);
    await toRavi.framesReach(ravi + 1);
    expect(toAda.frames.at(-1)?.['r1']?.e).toMatchObject([{ event_type: 14 }]);
    expect(toRavi.frames.at(-1)?.['r12']?.e).toMatchObject([{ event_type: 14 }]);
    control.emit({ event_type: 16, content: 'psst' }, { to: [chat.ravi.id] });
    await toRavi.framesReach(ravi + 2);
    expect(toRavi.events().at(-1)).not.toHaveProperty('room_id');
    expect(toAda.frames).toHaveLength(ada + 1);
  });
});
