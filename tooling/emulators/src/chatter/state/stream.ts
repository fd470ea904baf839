import { keyPrefix } from '../ids.js';
import type { ChatterState } from './state.js';

/** A feed that a user puts together from the feeds of others. */
export interface Stream {
  readonly id: string;
  readonly ownerId: string;
  name: string;
  description: string | null;
  readonly entityIds: Set<string>;
}

export function addStream(state: ChatterState, added: Omit<Stream, 'id'>): Stream {
  const stream = { ...added, id: state.ids.next(keyPrefix.stream) };
  state.streams.set(stream.id, stream);
  return stream;
}
