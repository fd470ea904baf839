import type { SlackEmulator } from './setup.js';

/** A way in which the connection falls. */
export type Loss = (emulator: SlackEmulator) => void;

type Fault = Parameters<SlackEmulator['control']['faults']['add']>[0]['fault'];
type FrameFault = Parameters<SlackEmulator['control']['frameFaults']['add']>[0]['fault'];

const cut =
  (...given: Parameters<SlackEmulator['control']['cut']>): Loss =>
  ({ control }) => {
    control.cut(...given);
  };

/** The connection falls, and then something is in the way of the next. */
const andThen =
  (match: { readonly path?: string; readonly upgrade?: boolean }, fault: Fault, times = 1): Loss =>
  ({ control }) => {
    control.faults.add({ match, fault, times });
    control.cut('drop');
  };

/** The connection falls in the place of a frame. */
const inPlaceOf =
  (words: string, fault: FrameFault): Loss =>
  ({ control }) => {
    control.frameFaults.add({ match: (text) => text.includes(words), fault });
  };

const connecting = { path: '/api/rtm.connect' };
const history = { path: '/api/conversations.history' };

/** Ways of which each ends the connection. */
export const losses: Readonly<Record<string, Loss>> = {
  'a close frame': cut('close', { code: 1012 }),
  'a close frame without a code': cut('close'),
  'no close frame': cut('drop'),
  'a TCP reset': cut('reset'),
  'half a frame': cut('half frame'),
  silence: cut('silence'),
  'no events any more': cut('no events'),
  'a goodbye that is meant': ({ control }) => {
    control.goodbye({ graceMs: 0 });
  },
  'a goodbye in time': ({ control }) => {
    control.goodbye({ graceMs: 10_000 });
  },
  'a move to other servers': ({ control }) => {
    control.migrate(20_000);
  },
  'the end in the place of a message': inPlaceOf('"message"', { kind: 'cut' }),
  'a reset in the place of a message': inPlaceOf('"message"', { kind: 'cut', how: 'reset' }),
  'the end in the middle of a message': inPlaceOf('"message"', { kind: 'cut', how: 'half' }),
  'the end in the place of an acknowledgement': inPlaceOf('"ok":true', { kind: 'cut' }),
  'no address: 429': andThen(connecting, { kind: 'status', status: 429, headers: { 'retry-after': '30' } }),
  'no address: 503': andThen(connecting, { kind: 'status', status: 503 }),
  'no address: a page': andThen(connecting, { kind: 'html', status: 502 }),
  'no address: the connection breaks': andThen(connecting, { kind: 'drop' }),
  'the handshake is refused': andThen({ upgrade: true }, { kind: 'refuse', status: 409 }, 3),
  'the handshake breaks': andThen({ upgrade: true }, { kind: 'drop' }),
  'no greeting': ({ control }) => {
    control.frameFaults.add({ match: (text) => text.includes('"hello"'), fault: { kind: 'lose' } });
    control.cut('drop');
  },
  'the end in the place of the greeting': ({ control }) => {
    control.frameFaults.add({ match: (text) => text.includes('"hello"'), fault: { kind: 'cut' } });
    control.cut('reset');
  },
  'a history that is refused for a while': andThen(history, {
    kind: 'status',
    status: 429,
    headers: { 'retry-after': '5' },
  }),
  'a history that breaks': andThen(history, { kind: 'drop' }),
  'twice at once': ({ control }) => {
    control.cut('close');
    control.cut('drop');
  },
};
