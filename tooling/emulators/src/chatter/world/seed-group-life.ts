import { addGroupRecord } from '../state/group-record.js';
import type { ChatterState } from '../state/state.js';
import { addStream } from '../state/stream.js';

/** Gives a group a customer, and its owner a stream about that customer. */
export function seedGroupLife(
  state: ChatterState,
  ids: { readonly groupId: string; readonly ownerId: string; readonly recordId: string },
): void {
  const { groupId, ownerId, recordId } = ids;
  addGroupRecord(state, groupId, recordId);
  addStream(state, {
    ownerId,
    name: 'Customers',
    description: 'Who pays for it all.',
    entityIds: new Set([recordId]),
  });
}
