import type { ChatEmulator } from './emulator.js';

/** A way in which the connection falls. */
export type Cut = (emulator: ChatEmulator) => void;

type Fault = Parameters<ChatEmulator['control']['faults']['add']>[0]['fault'];
type FrameFault = Parameters<ChatEmulator['control']['frameFaults']['add']>[0]['fault'];

const socket =
  (how: 'close' | 'drop' | 'reset' | 'halfFrame' | 'deaf'): Cut =>
  ({ control }) => {
    control.cut(how);
  };

/** The connection falls, and then something is in the way of the next. */
const andThen =
  (path: string, fault: Fault): Cut =>
  ({ control }) => {
    control.faults.add({ match: { path: new RegExp(path) }, fault });
    control.cut('drop');
  };

/** Ways of which each ends the connection. */
export const cuts: Readonly<Record<string, Cut>> = {
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

/** The next frame suffers, and with some of these the connection. */
const frame =
  (fault: FrameFault): Cut =>
  ({ control }) => {
    control.frameFaults.add({ fault });
  };

/** A frame is lost, and what is fetched in its place comes to harm as well. */
const lostAndThen =
  (fault: Fault): Cut =>
  ({ control }) => {
    control.faults.add({ match: { path: '/events' }, fault });
    control.frameFaults.add({ fault: { kind: 'lose' } });
  };

/** Ways that spoil what comes, and of which only some end the connection. */
export const spoils: Readonly<Record<string, Cut>> = {
  'a frame is lost': frame({ kind: 'lose' }),
  'a frame comes twice': frame({ kind: 'duplicate' }),
  'two frames are swapped': frame({ kind: 'swap' }),
  'a frame is overtaken': frame({ kind: 'delay', ms: 20 }),
  'a frame cannot be read': frame({ kind: 'garble' }),
  'the connection ends in place of a frame': frame({ kind: 'cut' }),
  'a reset in place of a frame': frame({ kind: 'cut', how: 'reset' }),
  'an end in the middle of a frame': frame({ kind: 'cut', how: 'half' }),
  'a frame is lost, and the poll is answered by a page': lostAndThen({ kind: 'html', status: 200 }),
  'a frame is lost, and the poll is refused by an edge': lostAndThen({ kind: 'html', status: 403 }),
  'a frame is lost, and half of the poll comes': lostAndThen({ kind: 'truncate' }),
  'a frame is lost, and the poll breaks': lostAndThen({ kind: 'drop' }),
};
