import type { Service } from './service.js';
import type { Conversation, Message, User } from './state/model.js';
import type { Timestamp } from './timestamps.js';

/** A user who must be in a conversation. */
export function memberOf({ store }: Service, conversation: Conversation, reference: string): User {
  const user = find(store.users, reference, 'user');
  if (!conversation.members.has(user.id)) {
    throw new RangeError(`${user.name} is no member of ${conversation.name || conversation.id}.`);
  }
  return user;
}

export function requireMessage(conversation: Conversation, ts: Timestamp): Message {
  const message = conversation.messages.get(ts);
  if (message === undefined) throw new RangeError(`There is no message ${ts}.`);
  return message;
}

/** What is named by its id or its name. */
export function find<Item extends { readonly id: string; readonly name: string }>(
  items: ReadonlyMap<string, Item>,
  reference: string,
  what: string,
): Item {
  const known = items.get(reference);
  if (known !== undefined) return known;
  for (const item of items.values()) if (item.name === reference) return item;
  throw new RangeError(`There is no ${what} ${reference}.`);
}
