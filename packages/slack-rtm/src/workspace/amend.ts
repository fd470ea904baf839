import type { Conversation } from '../types/conversation.js';
import type { Draft } from './change.js';
import { isId, placeConversation, takeMembers } from './state.js';

/** Changes fields of a conversation. Of one that is not known it makes a stub; one that was deleted stays so. */
export function amend({ state, tell }: Draft, id: unknown, fields: Partial<Conversation>): void {
  if (!isId(id) || state.deleted.has(id)) return;
  const known = state.conversations.get(id);
  if (known !== undefined && Object.entries(fields).every(([name, value]) => known[name] === value)) return;
  if (known === undefined) state.stubs.add(id);
  placeConversation(state, { ...(known ?? stubOf(id)), ...fields, id });
  tell({ what: 'conversation', how: known === undefined ? 'added' : 'changed', id });
}

/** A conversation that an event or an answer shows, over what was known of it. */
export function show({ state, tell }: Draft, shown: Conversation, fields: Partial<Conversation>): void {
  const { id } = Object(shown) as Conversation;
  if (!isId(id)) return;
  const known = state.conversations.get(id);
  state.stubs.delete(id);
  state.outdated.delete(id);
  placeConversation(state, { ...known, ...takeMembers(state, shown), ...fields, id });
  tell({ what: 'conversation', how: known === undefined ? 'added' : 'changed', id });
}

/** All that an id tells. */
function stubOf(id: string): Conversation {
  return id.startsWith('D') ? { id, is_im: true } : { id };
}
