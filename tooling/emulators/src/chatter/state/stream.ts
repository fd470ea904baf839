import { keyPrefix } from '../ids.js';
import { type ChatterState, wholeSecond } from './state.js';

/** A feed that a user puts together from the feeds of others. */
export interface Stream {
  readonly id: string;
  readonly ownerId: string;
  name: string;
  description: string | null;
  entityIds: Set<string>;
  readonly createdAt: number;
  /** When its owner last asked for it; its creation, if never. */
  lastViewedAt: number;
}

/** What a stream must say; the rest comes by itself. */
export type NewStream = Omit<Stream, 'id' | 'createdAt' | 'lastViewedAt'>;

export function addStream(state: ChatterState, added: NewStream): Stream {
  const now = state.clock.now();
  const id = state.ids.next(keyPrefix.stream);
  const stream = { ...added, id, createdAt: wholeSecond(now), lastViewedAt: now };
  state.streams.set(stream.id, stream);
  return stream;
}

/** The streams that a user has put together. */
export function streamsOf(state: ChatterState, userId: string): Stream[] {
  return [...state.streams.values()].filter((stream) => stream.ownerId === userId);
}
