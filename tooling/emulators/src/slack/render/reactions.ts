import type { Reaction } from '../state/model.js';

/** Reactions as messages and files show them. */
export function renderReactions(reactions: readonly Reaction[]): object[] {
  return reactions.map(({ name, userIds }) => ({ name, users: userIds, count: userIds.length }));
}
