import { fail } from '../errors.js';
import type { Room } from '../model/room.js';

/** When rooms were left, for those who are entering them meanwhile. */
export interface Departures {
  /** How often a room was left: who finds it changed has entered in vain. */
  countOf(room: Room): number;
  /** Resolves when the service has been told of the last departure, however that ended. */
  over(room: Room): Promise<unknown> | undefined;
  /** Rooms are being left. */
  begin(rooms: Iterable<Room>): void;
  /** Resolves as the service is told of it; who enters one of them again does so after that. */
  end(rooms: Iterable<Room>, told: Promise<unknown>): Promise<void>;
}

export function createDepartures(): Departures {
  const counts = new WeakMap<Room, number>();
  const leaving = new Map<Room, Promise<unknown>>();
  const countOf = (room: Room): number => counts.get(room) ?? 0;

  return {
    countOf,
    over: (room) => leaving.get(room),
    begin(rooms) {
      for (const room of rooms) counts.set(room, countOf(room) + 1);
    },
    async end(rooms, told) {
      const over = told
        .catch(() => undefined)
        .finally(() => {
          for (const room of rooms) if (leaving.get(room) === over) leaving.delete(room);
        });
      for (const room of rooms) leaving.set(room, over);
      await told;
    },
  };
}

/** What entering a room rejects with that was left meanwhile. */
export function hasLeft(room: Room): Error {
  return fail('closed', 'LEFT', `room ${room.id} was left before it was entered`);
}
