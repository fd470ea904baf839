import { nameOf } from '../state/model.js';
import type { ChatterState } from '../state/state.js';
import type { RenderContext } from './context.js';
import { renderGroup } from './group.js';
import type { Json } from './json.js';
import { renderRecordSummary } from './record-summary.js';
import { renderUserSummary } from './user-summary.js';

/** A user, group or record as actor or parent of a post, or as what a mention names. Null for what is none of these. */
export function renderSubject(id: string, context: RenderContext): Json {
  const { users, groups, records } = context.state;
  const user = users.get(id);
  if (user !== undefined) return renderUserSummary(user, context);
  const group = groups.get(id);
  if (group !== undefined) return renderGroup(group, context);
  const record = records.get(id);
  return record === undefined ? null : renderRecordSummary(record, context);
}

/** The name of a user, group or record; empty for what is none of these. */
export function nameOfSubject(id: string, state: ChatterState): string {
  const user = state.users.get(id);
  if (user !== undefined) return nameOf(user);
  return state.groups.get(id)?.name ?? state.records.get(id)?.name ?? '';
}
