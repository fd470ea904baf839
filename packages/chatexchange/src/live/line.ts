import type { Connection, DialContext } from '@x/http-core/live';
import { isServiceError } from '@x/http-core';
import { openRoomSocket, type RoomSocket, type SocketParts } from '../socket.js';
import type { News } from './news.js';
import { createPipeline } from './pipeline.js';
import type { Positions } from './positions.js';
import { survivable } from './survivable.js';

/** A connection that tells of all joined rooms. */
export interface LiveConnection extends Connection {
  readonly via: 'socket' | 'poll';
  /** The room that its socket belongs to, if it has one. */
  readonly primary: number | undefined;
  /** Has another connection take its place, without a break. */
  readonly renew: () => void;
  /** Makes it tell of a room that was joined meanwhile, and takes in what that room missed. */
  enter(roomId: number): Promise<void>;
}

const mostMissing = 2;

/** What a connection is made of. */
export interface LineParts extends SocketParts {
  readonly news: News;
  readonly positions: Positions;
  /** Takes that a room is refused, while there are others. */
  readonly refused: (roomId: number, error: unknown) => void;
}

/**
 * One socket for all rooms: it belongs to the first, and tells of every room in which the account is shown. The others
 * are entered by a socket of their own that is closed after its first frame, which has what was missed there.
 */
export async function openLine(
  parts: LineParts,
  { signal, renew }: Pick<DialContext, 'signal' | 'renew'>,
): Promise<LiveConnection> {
  const { news, positions } = parts;
  const entered = new Set<number>();
  const entering = new Map<number, Promise<void>>();
  const ending = new AbortController();
  const socketSignal = AbortSignal.any([signal, ending.signal]);

  async function visit(roomId: number): Promise<void> {
    const visited = { newest: undefined, entered: new Set([roomId]), isContinuous: false };
    let socket: RoomSocket | undefined;
    const pipeline = createPipeline(
      Promise.resolve(),
      (frame) => news.take(visited, frame),
      (error) => socket?.end(error),
    );
    const last = positions.rooms.get(roomId)?.last;
    socket = await openRoomSocket(parts, { id: roomId, last, signal: socketSignal }, (frame) => {
      pipeline.push(frame);
    });
    try {
      await socket.first;
      await pipeline.idle();
      greeted(roomId);
    } finally {
      void socket.close();
    }
  }

  function enter(roomId: number): Promise<void> {
    if (entered.has(roomId)) return Promise.resolve();
    const running = entering.get(roomId) ?? visit(roomId).finally(() => entering.delete(roomId));
    entering.set(roomId, running);
    return running;
  }

  function greeted(roomId: number): void {
    entered.add(roomId);
    const position = positions.rooms.get(roomId);
    if (position !== undefined) position.missing = 0;
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
      if (!isClosed(roomId, error)) throw survivable(error, true);
      parts.refused(roomId, error);
    }
  }

  /** A room that is closed to the account must not keep the others from being told of. */
  async function firstOpen(): Promise<readonly [number, RoomSocket, () => void, () => Promise<void>]> {
    for (;;) {
      const [[roomId, { last }] = [0, { last: 0 }]] = positions.rooms;
      let release = (): void => undefined;
      const begin = new Promise<void>((resolve) => {
        release = resolve;
      });
      const line = { newest: undefined, entered, isContinuous: true };
      let socket: RoomSocket | undefined;
      const pipeline = createPipeline(
        begin,
        (frame) => news.take(line, frame),
        (error) => socket?.end(error),
      );
      try {
        socket = await openRoomSocket(parts, { id: roomId, last, signal: socketSignal }, (frame) => {
          pipeline.push(frame);
        });
        await socket.first;
        return [roomId, socket, release, () => pipeline.idle()];
      } catch (error) {
        socket?.end(error);
        if (!isClosed(roomId, error)) throw survivable(error, true);
        if (positions.rooms.size < 2) throw error;
        parts.refused(roomId, error);
      }
    }
  }

  const [firstRoom, socket, release, idle] = await firstOpen();
  greeted(firstRoom);
  try {
    // Rooms that are joined meanwhile are come to, too.
    for (const roomId of positions.rooms.keys()) await enterOrGiveUp(roomId);
    release();
    await Promise.race([
      idle(),
      socket.ended.then((reason) => {
        throw reason;
      }),
    ]);
  } catch (error) {
    socket.end(error);
    ending.abort(error);
    throw error;
  }
  return {
    via: 'socket',
    primary: firstRoom,
    renew,
    ended: socket.ended.finally(() => {
      ending.abort(new DOMException('The connection is over.', 'AbortError'));
    }),
    close: () => socket.close(),
    enter,
  };
}
