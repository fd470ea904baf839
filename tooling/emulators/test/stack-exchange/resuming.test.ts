import { describe, expect, test } from 'vitest';
import { lastEventId, listen } from './listener.js';
import { startChat } from './support.js';

describe('staying connected', () => {
  test('silence is broken in time, with how far the server has come', async () => {
    const chat = await startChat({ keepAliveMs: 20_000 });
    const browser = await chat.loggedIn(chat.ada);
    const listener = await listen(chat, browser, { since: 99_999_999_999 });
    await listener.framesReach(1);
    await chat.clock.advance(20_000);
    await listener.framesReach(2);
    expect(listener.frames[1]).toEqual({ r1: {} });
    const before = await lastEventId(browser, 1);
    chat.emulator.control.say(44, chat.ravi.id, 'elsewhere');
    await chat.clock.advance(20_000);
    await listener.framesReach(3);
    expect(listener.frames[2]).toEqual({ r1: { t: before + 1, d: 1 } });
  });

  test('how far the server has come since the frame before counts for all rooms together', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const browser = await chat.loggedIn(chat.ada);
    await listen(chat, browser, { roomId: 12 });
    const since = await lastEventId(browser, 1);
    const listener = await listen(chat, browser, { since });
    await listener.framesReach(1);
    for (const roomId of [1, 1, 12, 1]) control.say(roomId, chat.ravi.id, 'tick');
    await listener.framesReach(5);
    const told = listener.frames.slice(1).map((frame) => frame['r1'] ?? frame['r12']);
    const { t = 0 } = listener.frames[0]?.['r1'] ?? {};
    expect(told).toMatchObject([1, 2, 3, 4].map((more) => ({ t: t + more, d: 1 })));
  });

  test('who comes back with the last id misses nothing and hears nothing twice', async () => {
    const chat = await startChat();
    const { control } = chat.emulator;
    const browser = await chat.loggedIn(chat.ada);
    const first = await listen(chat, browser, { since: await lastEventId(browser, 1) });
    control.say(1, chat.ravi.id, 'one');
    await first.framesReach(2);
    control.cut('drop');
    await first.closed;
    const last = first.events().at(-1)?.id ?? 0;
    control.say(1, chat.ravi.id, 'two');
    control.say(12, chat.ravi.id, 'elsewhere');
    control.say(1, chat.ravi.id, 'three');
    const second = await listen(chat, browser, { since: last });
    await second.framesReach(1);
    expect(second.events().map(({ content }) => content)).toEqual(['two', 'three']);
    expect(second.frames[0]?.['r1']).toMatchObject({ t: last + 3, d: 3 });
  });

  test('it can be told of what it missed in its other rooms, too', async () => {
    const chat = await startChat({ resumes: 'all' });
    const browser = await chat.loggedIn(chat.ada);
    await listen(chat, browser, { roomId: 12 });
    const since = await lastEventId(browser, 1);
    chat.emulator.control.say(12, chat.ravi.id, 'tick');
    const listener = await listen(chat, browser, { roomId: 1, since });
    await listener.framesReach(1);
    expect(listener.frames[0]).toMatchObject({ r12: { e: [{ content: 'tick' }] } });
  });

  test('who comes back with an id that is forgotten starts anew', async () => {
    const chat = await startChat();
    const browser = await chat.loggedIn(chat.ada);
    const since = await lastEventId(browser, 1);
    chat.emulator.control.say(1, chat.ravi.id, 'missed');
    chat.emulator.control.reset();
    const listener = await listen(chat, browser, { since });
    await listener.framesReach(1);
    expect(listener.frames).toEqual([{ r1: { reset: true } }]);
    chat.emulator.control.say(1, chat.ravi.id, 'heard');
    await listener.framesReach(2);
    expect(listener.events().map(({ content }) => content)).toEqual(['heard']);
  });

  test('a server forgets its oldest events', async () => {
    const chat = await startChat({ retainedEvents: 3 });
    const browser = await chat.loggedIn(chat.ada);
    const since = await lastEventId(browser, 1);
    for (const text of ['1', '2', '3', '4']) chat.emulator.control.say(1, chat.ravi.id, text);
    expect((await browser.post('/events', { r1: since })).json).toEqual({ r1: { reset: true } });
    expect((await browser.post('/events', { r1: since + 1 })).json).toMatchObject({
      r1: { e: [{ content: '2' }, { content: '3' }, { content: '4' }] },
    });
  });
});
