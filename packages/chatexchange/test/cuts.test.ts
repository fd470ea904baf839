import { expect, test } from 'vitest';
import type { ChatStateEvent } from '../src/index.js';
import { connect, createFastClock, somebodyElse, type ChatEmulator } from './emulator.js';

type Cut = (emulator: ChatEmulator) => void;

const socket =
  (how: 'close' | 'drop' | 'reset' | 'halfFrame' | 'deaf'): Cut =>
  ({ control }) => {
    control.cut(how);
  };

/** The connection falls, and then something is in the way of the next. */
const andThen =
  (path: string, fault: Parameters<ChatEmulator['control']['faults']['add']>[0]['fault']): Cut =>
  ({ control }) => {
    control.faults.add({ match: { path: new RegExp(path) }, fault });
    control.cut('drop');
  };

const cuts: Readonly<Record<string, Cut>> = {
  'a close frame': socket('close'),
  'no close frame': socket('drop'),
  'a TCP reset': socket('reset'),
  'half a frame': socket('halfFrame'),
  silence: socket('deaf'),
  'no address: 500': andThen('^/ws-auth$', { kind: 'status', status: 500 }),
  'no address: 502 as a page': andThen('^/ws-auth$', { kind: 'html', status: 502 }),
  'no address: 404 as a page': andThen('^/ws-auth$', { kind: 'html', status: 404 }),
  'no address: a page': andThen('^/ws-auth$', { kind: 'html', status: 200 }),
  'no address: half of the answer': andThen('^/ws-auth$', { kind: 'truncate' }),
  'no address: the connection breaks': andThen('^/ws-auth$', { kind: 'cut', reset: true }),
  'no address: the connection is closed': andThen('^/ws-auth$', { kind: 'drop' }),
  'no address: no answer': andThen('^/ws-auth$', { kind: 'hang' }),
  'the handshake is refused': andThen('^/events/', { kind: 'refuse', status: 503 }),
  'the handshake breaks': andThen('^/events/', { kind: 'drop' }),
  'the session is over': ({ control }) => {
    control.expireSessions();
    control.cut('drop');
  },
  'the fkey is stale': ({ control }) => {
    control.rotateFkeys();
    control.cut('reset');
  },
  'twice at once': ({ control }) => {
    control.cut('close');
    control.cut('drop');
  },
  'a close frame again': socket('close'),
  'no close frame again': socket('drop'),
};

test('20 cuts of different kinds lose nothing and double nothing, in two rooms', async () => {
  const { emulator, chat } = await connect({ clock: createFastClock(40) }, { keepAliveMs: 300 });
  const { control } = emulator;
  const speaker = somebodyElse(emulator);
  const rooms = [1, 12].map((id) => chat.getRoom(id));
  const states: ChatStateEvent[] = [];
  chat.on('state', (event) => states.push(event));
  for (const room of rooms) await room.join();
  const heard: Record<number, string[]> = { 1: [], 12: [] };
  const said: Record<number, string[]> = { 1: [], 12: [] };
  for (const room of rooms) {
    room.watch((event) => {
      if (event.type === 'message') heard[room.id]?.push(event.content ?? '');
    });
  }
  const say = (text: string): void => {
    for (const room of rooms) {
      control.say(room.id, speaker, text);
      said[room.id]?.push(text);
    }
  };

  for (const [name, cut] of Object.entries(cuts)) {
    say(`before ${name}`);
    const since = states.length;
    cut(emulator);
    say(`during ${name}`);
    await expect
      .poll(() => states.slice(since).some(({ to }) => to === 'ready'), { timeout: 20_000, message: name })
      .toBe(true);
    say(`after ${name}`);
  }
  await expect.poll(() => heard[12]?.length, { timeout: 5000 }).toBe(said[12]?.length);
  expect(heard).toEqual(said);
  expect(Object.keys(cuts)).toHaveLength(20);
  expect(states.filter(({ to }) => to === 'closed')).toEqual([]);
}, 60_000);
