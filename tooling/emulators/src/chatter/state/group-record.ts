import { keyPrefix } from '../ids.js';
import type { ChatterState } from './state.js';

/** That a business record belongs to the work of a group. */
export interface GroupRecord {
  readonly id: string;
  readonly groupId: string;
  readonly recordId: string;
}

/** Adds a record to a group; a second time changes nothing. */
export function addGroupRecord(state: ChatterState, groupId: string, recordId: string): GroupRecord {
  const known = recordsOf(state, groupId).find((candidate) => candidate.recordId === recordId);
  if (known !== undefined) return known;
  const added = { id: state.ids.next(keyPrefix.groupRecord), groupId, recordId };
  state.groupRecords.set(added.id, added);
  return added;
}

/** The records of a group, in the order in which they were added. */
export function recordsOf(state: ChatterState, groupId: string): GroupRecord[] {
  return [...state.groupRecords.values()].filter((candidate) => candidate.groupId === groupId);
}
