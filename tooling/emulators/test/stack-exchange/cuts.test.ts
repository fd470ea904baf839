import { describe, expect, test } from 'vitest';
import { listen } from './listener.js';
import { startChat } from './support.js';

describe('cutting a socket', () => {
  test.each([
    ['close', 1001],
    ['drop', 1006],
    ['reset', 1006],
    ['halfFrame', 1006],
  ] as const)('%s is seen as %i', async (how, code) => {
    const chat = await startChat();
    const listener = await listen(chat, await chat.loggedIn(chat.ada));
    await listener.framesReach(1);
    expect(chat.emulator.control.cut(how)).toBe(1);
    expect(await listener.closed).toBe(code);
    expect(listener.frames).toHaveLength(1);
  });

  test('a deaf socket stays open, says nothing, and answers no close frame', async () => {
    const chat = await startChat();
    const listener = await listen(chat, await chat.loggedIn(chat.ada));
    await listener.framesReach(1);
    chat.emulator.control.cut('deaf');
    chat.emulator.control.say(1, chat.ravi.id, 'unheard');
    await chat.clock.advance(60_000);
    listener.socket.close();
    const quiet = new Promise((resolve) => setTimeout(() => resolve('still open'), 100));
    expect(await Promise.race([listener.closed, quiet])).toBe('still open');
    expect(listener.frames).toHaveLength(1);
  });

  test('one socket can be cut alone', async () => {
    const chat = await startChat();
    const ada = await listen(chat, await chat.loggedIn(chat.ada));
    const ravi = await listen(chat, await chat.loggedIn(chat.ravi));
    await Promise.all([ada.framesReach(1), ravi.framesReach(1)]);
    const socket = chat.emulator.control.sockets().find(({ userId }) => userId === chat.ada.id);
    expect(chat.emulator.control.cut('drop', socket?.id)).toBe(1);
    expect(await ada.closed).toBe(1006);
    await expect.poll(() => chat.emulator.control.sockets()).toMatchObject([{ userId: chat.ravi.id }]);
  });

  test('single frames can be lost or doubled', async () => {
    const chat = await startChat();
    const listener = await listen(chat, await chat.loggedIn(chat.ada), { since: 99_999_999_999 });
    await listener.framesReach(1);
    chat.emulator.control.frameFaults.add({ fault: { kind: 'lose' } });
    chat.emulator.control.frameFaults.add({ fault: { kind: 'duplicate' } });
    chat.emulator.control.say(1, chat.ravi.id, 'lost');
    chat.emulator.control.say(1, chat.ravi.id, 'doubled');
    await listener.framesReach(3);
    expect(listener.events().map(({ content }) => content)).toEqual(['doubled', 'doubled']);
    expect(listener.frames[1]?.['r1']).toMatchObject({ d: 1 });
  });

  test('closing the emulator ends every socket', async () => {
    const chat = await startChat();
    const listener = await listen(chat, await chat.loggedIn(chat.ada));
    await chat.emulator.close();
    expect(await listener.closed).toBe(1006);
    await chat.emulator.close();
  });
});
