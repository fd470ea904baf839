import { isServiceError, type Clock } from '@x/http-core';
import type { Connection, DialContext } from '@x/http-core/live';
import type { WireEvent } from '../events.js';
import type { Frame } from '../parse/frame.js';
import { openRoomSocket, type RoomSocket, type SocketParts } from '../socket.js';
import type { Line, News } from './news.js';
import type { Fed, Pipeline } from './pipeline.js';
import type { Positions } from './positions.js';
import { survivable } from './survivable.js';

/** A connection that tells of all joined rooms. */
export interface LiveConnection extends Connection {
  readonly via: 'socket' | 'poll';
  readonly isOver: boolean;
  /** The room that its socket belongs to, if it has one. */
  readonly primary: number | undefined;
  /** Has another connection take its place, without a break. */
  readonly renew: () => void;
  /** Makes it tell of a room that was joined meanwhile, and takes in what that room missed. */
  enter(roomId: number): Promise<void>;
  /** Makes it forget a room that was left. */
  leave(roomId: number): void;
}

/** What a connection is made of. */
export interface LineParts extends SocketParts {
  readonly news: News;
  readonly pipeline: Pipeline;
  readonly positions: Positions;
  readonly clock: Clock;
  /** Who is logged in; nobody is shown in a room without an account, and is told of no other. */
  readonly whoAmI: () => Promise<number | undefined>;
  /** Takes that a room is refused, while there are others. */
  readonly refused: (roomId: number, error: unknown) => void;
}

const mostMissing = 2;
/** After the account was made to leave a room, or left it elsewhere. */
const reenterMs = 5000;

/**
 * One socket for all rooms: it belongs to the first, and tells of every room in which the account is shown. The others
 * are entered by a socket of their own, which is closed after its first frame: that has what was missed there. Without
 * an account each room keeps its own.
 */
export async function openLine(
  parts: LineParts,
  { signal, renew }: Pick<DialContext, 'signal' | 'renew'>,
): Promise<LiveConnection> {
  const { news, pipeline, positions, clock } = parts;
  const ending = new AbortController();
  let fail = (_error: unknown): void => undefined;
  const ended = new Promise<unknown>((resolve) => {
    const abort = (): void => {
      fail(signal.reason);
    };
    fail = (error) => {
      signal.removeEventListener('abort', abort);
      ending.abort(error);
      resolve(survivable(error, true));
    };
    signal.addEventListener('abort', abort);
  });
  const entered = new Set<number>();
  const held = new Map<number, WireEvent[]>();
  const entering = new Map<number, { readonly visit: Promise<void>; readonly stop: AbortController }>();
  /** Sockets beside the first. */
  const others = new Map<number, RoomSocket>();
  let me: number | undefined;

  function lineOf(roomId: number, only?: number): Line & { entered: Set<number> } {
    const newest = positions.rooms.get(roomId)?.last;
    return { newest, entered: new Set(), isContinuous: true, only, reset: new Set() };
  }

  /** Lets a room know that it is told of from now on. */
  function greeted(roomId: number): void {
    entered.add(roomId);
    const position = positions.rooms.get(roomId);
    if (position !== undefined) position.missing = 0;
  }

  async function visit(roomId: number, stopped: AbortSignal): Promise<void> {
    const waiting: WireEvent[] = [];
    held.set(roomId, waiting);
    const line = lineOf(roomId, roomId);
    line.entered.add(roomId);
    const fed: Fed = { line, fail };
    const { last } = positions.rooms.get(roomId) ?? {};
    let socket: RoomSocket | undefined;
    let isFirst = true;
    let isKept = false;
    try {
      let taken = (): void => undefined;
      const isTaken = new Promise<void>((resolve) => {
        taken = resolve;
      });
      const own = AbortSignal.any([ending.signal, stopped]);
      socket = await openRoomSocket(parts, { id: roomId, last, signal: own }, (frame) => {
        // Later ones come by the first socket, in their order with what it says of other rooms.
        if (isFirst || me === undefined) pipeline.push(fed, frame, isFirst ? () => arrive(taken) : undefined);
        isFirst = false;
      });
      await Promise.race([isTaken, socket.ended.then(reject), ended.then(reject)]);
      isKept = me === undefined && positions.rooms.has(roomId);
    } finally {
      held.delete(roomId);
      if (socket !== undefined && isKept) keep(roomId, socket);
      else void socket?.close();
    }

    function arrive(done: () => void): void {
      held.delete(roomId);
      greeted(roomId);
      news.tell(waiting);
      done();
    }
  }

  function keep(roomId: number, socket: RoomSocket): void {
    others.set(roomId, socket);
    void socket.ended.then((error) => (others.get(roomId) === socket ? fail(error) : undefined));
  }

  function enter(roomId: number): Promise<void> {
    if (entered.has(roomId) || !positions.rooms.has(roomId)) return Promise.resolve();
    const running = entering.get(roomId);
    if (running !== undefined) return running.visit;
    const stop = new AbortController();
    const made = visit(roomId, stop.signal).finally(() => {
      if (entering.get(roomId)?.stop === stop) entering.delete(roomId);
    });
    entering.set(roomId, { visit: made, stop });
    return made;
  }

  /** Whether a room is closed to the account for good. A page that says so may also mean a service in trouble. */
  function isClosed(roomId: number, error: unknown): boolean {
    if (!isServiceError(error) || error.kind !== 'refused') return false;
    const position = positions.rooms.get(roomId);
    if (error.code !== 'NOT_FOUND' || position === undefined) return true;
    position.missing += 1;
    return position.missing > mostMissing;
  }

  async function enterOrGiveUp(roomId: number): Promise<void> {
    try {
      await enter(roomId);
    } catch (error) {
      if (!positions.rooms.has(roomId)) return;
      if (!isClosed(roomId, error)) throw survivable(error, true);
      parts.refused(roomId, error);
    }
  }

  /** Nothing of a room comes any more when the account is not shown there, unless the socket is its own. */
  function heard({ event_type: type, user_id: userId, room_id: roomId = 0 }: WireEvent): void {
    if (type !== 4 || userId !== me || me === undefined || roomId === primary || !entered.delete(roomId))
      return;
    const cancel = clock.after(reenterMs, () => {
      enterOrGiveUp(roomId).catch(fail);
    });
    ending.signal.addEventListener('abort', cancel, { once: true });
  }

  /** A room that is closed to the account must not keep the others from being told of. */
  async function openFirst(
    take: (line: Fed, frame: Frame) => void,
  ): Promise<{ roomId: number; socket: RoomSocket; fed: Fed }> {
    for (;;) {
      const [[roomId, { last }] = [0, { last: 0 }]] = positions.rooms;
      const line = { ...lineOf(roomId), entered, held, heard };
      const fed: Fed = { line, fail };
      let socket: RoomSocket | undefined;
      try {
        socket = await openRoomSocket(parts, { id: roomId, last, signal: ending.signal }, (frame) => {
          take(fed, frame);
        });
        await socket.first;
        return { roomId, socket, fed };
      } catch (error) {
        socket?.end(error);
        if (!isClosed(roomId, error)) throw survivable(error, true);
        if (positions.rooms.size < 2) throw error;
        parts.refused(roomId, error);
      }
    }
  }

  /** What comes by the first socket before the other rooms are entered. */
  let early: [Fed, Frame][] | undefined = [];
  let primary = 0;
  try {
    const { roomId, socket, fed } = await openFirst((from, frame) => {
      if (early === undefined) pipeline.push(from, frame);
      else early.push([from, frame]);
    });
    void socket.ended.then(fail);
    primary = roomId;
    me = await parts.whoAmI();
    greeted(roomId);
    // Rooms that are joined meanwhile are come to, too.
    for (const each of positions.rooms.keys()) await enterOrGiveUp(each);
    const isTaken = new Promise<void>((resolve) => {
      const frames = early?.filter(([from]) => from === fed) ?? [];
      early = undefined;
      for (const [index, [, frame]] of frames.entries()) {
        pipeline.push(fed, frame, index === frames.length - 1 ? resolve : undefined);
      }
    });
    await Promise.race([isTaken, ended.then(reject)]);
    if (!positions.rooms.has(roomId)) renew();
    return {
      via: 'socket',
      get isOver() {
        return ending.signal.aborted;
      },
      primary: roomId,
      renew,
      ended,
      close: async () => {
        const all = [socket, ...others.values()];
        others.clear();
        await Promise.all(all.map((each) => each.close()));
        fail(undefined);
      },
      enter,
      leave(left) {
        entered.delete(left);
        held.delete(left);
        entering.get(left)?.stop.abort(new DOMException('The room was left.', 'AbortError'));
        entering.delete(left);
        const own = others.get(left);
        others.delete(left);
        void own?.close();
      },
    };
  } catch (error) {
    fail(error);
    throw error;
  }
}

function reject(reason: unknown): never {
  throw reason;
}
