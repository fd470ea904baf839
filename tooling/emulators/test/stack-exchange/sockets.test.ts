import { describe, expect, test } from 'vitest';
import { dial, lastEventId, listen, socketAddress } from './listener.js';
import { startChat } from './support.js';

describe('opening a socket', () => {
  test('its address points here, and opens once', async () => {
    const chat = await startChat();
    const address = await socketAddress(await chat.loggedIn(chat.ada), 1);
    expect(address).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/events\/1\/[0-9a-f]{32}$/);
    const first = await dial(address, chat.emulator.url);
    await first.framesReach(1);
    const second = await dial(address, chat.emulator.url);
    expect(await second.closed).toBe(1006);
    expect(second.frames).toEqual([]);
  });

  test.each(['localhost', '127.0.0.1'])('its address has the name %s where that was used', async (name) => {
    const chat = await startChat();
    const { port } = new URL(chat.emulator.url);
    const address = await socketAddress(chat.visitor(`${name}:${port}`), 1);
    expect(new URL(address).host).toBe(`${name}:${port}`);
    const listener = await dial(address, `http://${name}:${port}`);
    await listener.framesReach(1);
  });

  test.each([
    ['no origin', undefined],
    ['an origin elsewhere', 'https://example.com'],
    ['the main site', 'https://stackoverflow.com'],
    ['another port', 'http://127.0.0.1:1'],
    ['another port of a chat server', 'http://chat.stackexchange.com:1'],
  ])('%s is dropped without a word', async (_what, origin) => {
    const chat = await startChat();
    const address = await socketAddress(await chat.loggedIn(chat.ada), 1);
    expect(await (await dial(address, origin)).closed).toBe(1006);
  });

  test('the roots of the chat servers are welcome, as they are and as old clients and those on this port name them', async () => {
    const chat = await startChat();
    const ada = await chat.loggedIn(chat.ada);
    const { port } = new URL(chat.emulator.url);
    for (const origin of ['https://chat.stackexchange.com', 'http://chat.meta.stackexchange.com']) {
      for (const root of [origin, `${origin}:${port}`]) {
        await (await dial(await socketAddress(ada, 1), root)).framesReach(1);
      }
    }
    const opened = chat.emulator.control.sockets();
    expect(opened).toHaveLength(4);
    expect(opened[0]).toMatchObject({ roomId: 1, userId: chat.ada.id });
  });

  test('without a last id it begins with everything that is remembered', async () => {
    const chat = await startChat();
    const listener = await listen(chat, await chat.loggedIn(chat.ada));
    await listener.framesReach(1);
    const ids = listener.events().flatMap(({ id, room_id }) => (room_id === 1 ? [id] : []));
    const told = chat.emulator.control
      .events(1)
      .filter(({ target_user_id }) => [undefined, chat.ada.id].includes(target_user_id));
    expect(ids).toEqual(told.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(5);
  });

  test('with an id from the future it begins with nothing', async () => {
    const chat = await startChat();
    const listener = await listen(chat, await chat.loggedIn(chat.ada), { since: 99_999_999_999 });
    await listener.framesReach(1);
    expect(listener.frames).toEqual([{ r1: {} }]);
  });

  test('strangers may listen, are not shown, and hear only that room', async () => {
    const chat = await startChat();
    const browser = chat.visitor();
    const since = await lastEventId(browser, 1);
    const listener = await listen(chat, browser, { since });
    await listener.framesReach(1);
    expect(listener.frames).toEqual([{ r1: {} }]);
    chat.emulator.control.say(12, chat.ada.id, 'elsewhere');
    chat.emulator.control.say(1, chat.ada.id, 'here');
    await listener.framesReach(2);
    expect(listener.frames[1]).toMatchObject({ r1: { e: [{ content: 'here' }], t: since + 2, d: 2 } });
  });

  test('a private room is closed to them', async () => {
    const chat = await startChat();
    const answer = await (await chat.loggedIn(chat.ada)).post('/ws-auth', { roomid: 31 });
    expect(answer.status).toBe(404);
  });

  test('thousands of addresses can be asked for before the first is used', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    const address = await socketAddress(browser, 1);
    const form = { fkey: await browser.fkey(), roomid: 1 };
    for (let asked = 0; asked < 2_000; asked += 100) {
      await Promise.all(Array.from({ length: 100 }, () => browser.send('/ws-auth', form)));
    }
    const listener = await dial(address, chat.emulator.url);
    await listener.framesReach(1);
    expect(listener.frames[0]).toHaveProperty('r1');
  });

  test('when sockets are refused, polling is what is left', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    const address = await socketAddress(browser, 1);
    chat.emulator.control.socketsRefused(true);
    await dial(address, chat.emulator.url);
    expect(chat.emulator.control.requests.matching({ upgrade: true })).toMatchObject([{ status: 503 }]);
    expect((await browser.post('/events', { r1: 0 })).status).toBe(200);
  });
});

describe('being in rooms', () => {
  test('one enters with the first socket and leaves a while after the last', async () => {
    const chat = await startChat({ leaveAfterMs: 60_000 });
    const watcher = await listen(chat, await chat.loggedIn(chat.ravi));
    await watcher.framesReach(1);
    const ada = await chat.loggedIn(chat.ada);
    const first = await listen(chat, ada);
    const second = await listen(chat, ada);
    await watcher.framesReach(2);
    first.socket.terminate();
    second.socket.terminate();
    await expect.poll(() => chat.emulator.control.sockets()).toHaveLength(1);
    await chat.clock.advance(59_999);
    expect(watcher.events().at(-1)).toMatchObject({ event_type: 3, user_id: chat.ada.id });
    await chat.clock.advance(1);
    await expect.poll(() => watcher.events().at(-1)).toMatchObject({ event_type: 4, user_id: chat.ada.id });
  });

  test('who comes back in time has never left', async () => {
    const chat = await startChat({ leaveAfterMs: 60_000 });
    const browser = await chat.loggedIn(chat.ada);
    (await listen(chat, browser)).socket.terminate();
    await expect.poll(() => chat.emulator.control.sockets()).toHaveLength(0);
    await listen(chat, browser);
    await chat.clock.advance(120_000);
    const types = chat.emulator.control.events(1).filter(({ event_type }) => [3, 4].includes(event_type));
    expect(types).toMatchObject([{ event_type: 3 }]);
  });

  test('leaving is possible from one room and from all', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    await listen(chat, browser, { roomId: 1 });
    await listen(chat, browser, { roomId: 12 });
    expect((await browser.post('/chats/leave/1', { quiet: 'true' })).text).toBe('"ok"');
    expect(chat.emulator.control.events(1).at(-1)).toMatchObject({ event_type: 4, user_id: chat.ada.id });
    await browser.post('/chats/leave/all', { quiet: 'true' });
    expect(chat.emulator.control.events(12).at(-1)).toMatchObject({ event_type: 4, user_id: chat.ada.id });
  });

  test('one socket hears all rooms that its user is in, each under its own key', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    const listener = await listen(chat, browser, { roomId: 1, since: 99_999_999_999 });
    await listener.framesReach(1);
    await listen(chat, browser, { roomId: 12 });
    chat.emulator.control.say(12, chat.ravi.id, 'tick');
    await listener.framesReach(3);
    expect(listener.frames[2]).toMatchObject({ r12: { e: [{ content: 'tick', room_id: 12 }], d: 1 } });
  });
});
