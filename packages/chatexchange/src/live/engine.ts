import { isServiceError, systemClock, until, type Clock } from '@x/http-core';
import {
  reconnecting,
  type ConnectionState,
  type Dial,
  type DialContext,
  type Reconnecting,
} from '@x/http-core/live';
import { fail } from '../errors.js';
import type { ChatEvent } from '../events.js';
import { readHistory } from '../history.js';
import type { Room } from '../model/room.js';
import { path } from '../path.js';
import type { LiveConnection } from './line.js';
import type { ConnectOptions, Engine, EngineParts } from './live.js';
import { createDepartures, hasLeft } from './departures.js';
import { pauseAfter } from './pause-after.js';
import { createPositions, positionAfter } from './positions.js';

/** How much of what was said last is asked when a room is entered. */
const joinCount = 100;

const isTimeout = (error: unknown): boolean => isServiceError(error) && error.code === 'TIMEOUT';

export function createEngine(parts: EngineParts): Engine {
  const { settings, http, loadReader, roomOf, whoAmI, emitter, watching } = parts;
  const clock: Clock = settings.transport.clock ?? systemClock;
  const positions = createPositions();
  /** Rooms that are joined are held: somebody wants to hear of them. */
  const joined = new Set<Room>();
  const joining = new Map<Room, Promise<void>>();
  /** Why rooms were given up, for those who are still entering them. */
  const lost = new WeakMap<Room, unknown>();
  const departures = createDepartures();
  let line: Reconnecting<LiveConnection> | undefined;
  let dialer: Dial<LiveConnection> | undefined;
  let state: ConnectionState = 'idle';
  let isResting = false;
  let unreadable = 0;

  /** What a connection needs is loaded with the first one. */
  async function createDialer(): Promise<Dial<LiveConnection>> {
    const [{ createDial }, readEvents] = await Promise.all([import('./dial.js'), loadReader()]);
    return createDial({
      settings,
      http,
      positions,
      clock,
      whoAmI,
      deliver: (events) => {
        readEvents(events, emit);
      },
      timeout: (roomId, leftMs, reason) => {
        emit({ type: 'timeout', room: roomOf(roomId), leftMs, reason });
      },
      gap: ({ roomId, ...facts }) => {
        emit({ type: 'gap', room: roomOf(roomId), untilMs: clock.now(), ...facts });
      },
      exit: (roomId) => {
        const error = fail('refused', 'ROOM_CLOSED', `the service closed room ${roomId} to this account`);
        forget(roomOf(roomId), error);
      },
      unreadable: (bytes) => {
        unreadable += 1;
        emitter.emit('unreadable', { bytes, count: unreadable });
      },
      refused: (roomId, error) => {
        forget(roomOf(roomId), error);
      },
    });
  }

  async function dial(context: DialContext): Promise<LiveConnection> {
    dialer ??= await createDialer();
    return dialer(context);
  }

  function begin(): Reconnecting<LiveConnection> {
    const made: Reconnecting<LiveConnection> = reconnecting(dial, {
      clock,
      fail: (kind, code, message) => fail(kind, code, `the connection ${message}`),
      onState: (change) => {
        const via = change.to === 'ready' ? made.current?.via : undefined;
        move(change.to, { ...change, ...(via === undefined ? {} : { via }) });
      },
    });
    return made;
  }

  function emit(event: ChatEvent): void {
    emitter.emit(event.type, event);
    emitter.emit('event', event);
  }

  function move(to: ConnectionState, facts: { readonly error?: unknown } = {}): void {
    if (state === 'closed') return;
    const from = state;
    const { error } = facts;
    // Without a room there is nothing to connect to, and the next room connects again.
    const isRefused = to === 'closed' && isServiceError(error) && error.kind === 'refused';
    state = (to === 'closed' && isResting) || isRefused ? 'idle' : to;
    if (state === 'idle') line = undefined;
    emitter.emit('state', { ...facts, from, to: state });
    if (isRefused) for (const room of joined) forget(room, error);
    if (state === 'closed') {
      watching.end(undefined, error);
      joined.clear();
      positions.rooms.clear();
    }
  }

  function forget(room: Room, error?: unknown): void {
    joined.delete(room);
    positions.rooms.delete(room.id);
    lost.set(room, error);
    watching.end(room, error);
    const connection = line?.current;
    if (joined.size > 0) {
      connection?.leave(room.id);
      if (connection?.primary === room.id) connection.renew();
      return;
    }
    const last = line;
    line = undefined;
    isResting = true;
    void last?.close();
    isResting = false;
  }

  async function depart(rooms: Iterable<Room>, tell: () => Promise<unknown>): Promise<void> {
    assertOpen();
    departures.begin(rooms);
    for (const room of rooms) {
      // Who enters it from now on does so anew.
      joining.delete(room);
      forget(room);
    }
    await departures.end(rooms, tell());
  }

  function assertOpen(): void {
    if (state === 'closed') throw fail('closed', 'CLOSED', 'the client was closed');
  }

  /** Where the room stands now, from which on it is told of. */
  async function begins(room: Room, options: ConnectOptions): Promise<void> {
    const left = departures.countOf(room);
    const history = await readHistory(http, room.id, { count: joinCount, call: options });
    assertOpen();
    if (departures.countOf(room) !== left) throw hasLeft(room);
    if (joined.has(room)) return;
    joined.add(room);
    positions.rooms.set(room.id, positionAfter(history, clock.now()));
  }

  /** Whatever happens to the connection meanwhile: the next one enters the room, too. */
  async function arrive(room: Room, options: ConnectOptions): Promise<void> {
    for (let failures = 0; ;) {
      await connect(options);
      const connection = line?.current;
      try {
        await connection?.enter(room.id);
        if (joined.has(room)) return;
      } catch (error) {
        if (joined.has(room) && connection?.isOver !== true) {
          failures += 1;
          await pauseAfter(error, failures, { clock, ending: settings.ending });
          continue;
        }
      }
      if (!joined.has(room)) throw lost.get(room) ?? hasLeft(room);
      await connection?.ended;
    }
  }

  async function enter(room: Room, options: ConnectOptions = {}): Promise<void> {
    assertOpen();
    const left = departures.countOf(room);
    await departures.over(room);
    if (departures.countOf(room) !== left) throw hasLeft(room);
    const isNew = !joined.has(room);
    if (isNew) await begins(room, options);
    const { signal, timeoutMs = 60_000 } = options;
    let isWaitOver = false;
    await until<void>(signal, (resolve, reject) => {
      arrive(room, options).then(resolve, (error: unknown) => {
        // Who did not want to wait any longer may still want the room.
        if (isWaitOver || signal?.aborted === true || isTimeout(error)) line?.current?.renew();
        else if (isNew && joined.has(room)) forget(room, error);
        reject(error);
      });
      return clock.after(timeoutMs, () => {
        isWaitOver = true;
        reject(fail('timeout', 'TIMEOUT', `room ${room.id} took over ${timeoutMs} ms to enter`));
      });
    });
  }

  async function connect(options?: ConnectOptions): Promise<void> {
    assertOpen();
    if (joined.size === 0) {
      throw fail('usage', 'NOT_JOINED', 'a connection belongs to rooms: join one, and it is made');
    }
    line ??= begin();
    await line.connect(options);
  }

  /** Those who wait without a signal or a time of their own share one attempt. */
  function join(room: Room, options?: ConnectOptions): Promise<void> {
    if (options !== undefined) return enter(room, options);
    const running =
      joining.get(room) ??
      enter(room).finally(() => {
        if (joining.get(room) === running) joining.delete(room);
      });
    joining.set(room, running);
    return running;
  }

  return {
    get state() {
      return state;
    },
    isJoined: (room) => (room === undefined ? joined.size > 0 : joined.has(room)),
    connect,
    join,
    leave: (room, call) =>
      depart([room], () =>
        http.post(path`/chats/leave/${room.id}`, { quiet: true }, { ...call, repeatable: true }),
      ),
    leaveAll(call) {
      const rooms = new Set([...joined, ...joining.keys()]);
      // So that the connection ends at once, and not room by room.
      joined.clear();
      return depart(rooms, () =>
        http.tell('/chats/leave/all', { quiet: true }, { ...call, repeatable: true }),
      );
    },
    async close() {
      if (line === undefined) move('closed');
      else await line.close();
    },
  };
}
