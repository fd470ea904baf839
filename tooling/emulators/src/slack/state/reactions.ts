import type { Service } from '../service.js';
import { toViewers } from './audiences.js';
import type { DomainEvent, Frame } from './events.js';
import { viewersOf } from './files.js';
import type { Conversation, Message, Reaction, StoredFile } from './model.js';

/** Who gives a reaction, and which. */
interface Given {
  readonly userId: string;
  readonly name: string;
}

/** Gives a reaction to a message; false when this user has given it already. */
export function addReaction(
  service: Service,
  conversation: Conversation,
  message: Message,
  given: Given,
): boolean {
  const reactions = withReaction(message.reactions ?? [], given);
  if (reactions === undefined) return false;
  conversation.messages.replace({ ...message, reactions });
  service.publish(toldOf(service, conversation, message, 'reaction_added', given));
  return true;
}

/** Takes a reaction to a message back; false when this user has not given it. */
export function removeReaction(
  service: Service,
  conversation: Conversation,
  message: Message,
  given: Given,
): boolean {
  const reactions = withoutReaction(message.reactions ?? [], given);
  if (reactions === undefined) return false;
  conversation.messages.replace({ ...message, reactions });
  service.publish(toldOf(service, conversation, message, 'reaction_removed', given));
  return true;
}

/** Gives a reaction to a file; false when this user has given it already. */
export function addFileReaction(service: Service, file: StoredFile, given: Given): boolean {
  const reactions = withReaction(file.reactions, given);
  if (reactions === undefined) return false;
  file.reactions = reactions;
  service.publish(toldOfFile(service, file, 'reaction_added', given));
  return true;
}

/** Takes a reaction to a file back; false when this user has not given it. */
export function removeFileReaction(service: Service, file: StoredFile, given: Given): boolean {
  const reactions = withoutReaction(file.reactions, given);
  if (reactions === undefined) return false;
  file.reactions = reactions;
  service.publish(toldOfFile(service, file, 'reaction_removed', given));
  return true;
}

/** One more of a name, or a new name at the end; undefined for one that is there already. */
function withReaction(former: readonly Reaction[], { userId, name }: Given): Reaction[] | undefined {
  const known = former.find((one) => one.name === name);
  if (known === undefined) return [...former, { name, userIds: [userId] }];
  if (known.userIds.includes(userId)) return undefined;
  return former.map((one) => (one === known ? { name, userIds: [...one.userIds, userId] } : one));
}

/** One less of a name, the last one of which takes the name away; undefined for one that is not there. */
function withoutReaction(former: readonly Reaction[], { userId, name }: Given): Reaction[] | undefined {
  const known = former.find((one) => one.name === name);
  if (known?.userIds.includes(userId) !== true) return undefined;
  const left = { name, userIds: known.userIds.filter((id) => id !== userId) };
  return former.map((one) => (one === known ? left : one)).filter((one) => one.userIds.length > 0);
}

type What = 'reaction_added' | 'reaction_removed';

function toldOf(
  service: Service,
  conversation: Conversation,
  message: Message,
  what: What,
  given: Given,
): DomainEvent {
  const item = { type: 'message', channel: conversation.id, ts: message.ts };
  return toViewers(conversation, frameOf(service, what, given, item, message.userId));
}

function toldOfFile(service: Service, file: StoredFile, what: What, given: Given): DomainEvent {
  return {
    audience: { to: 'users', userIds: viewersOf(service, file) },
    frame: frameOf(service, what, given, { type: 'file', file: file.id }, file.userId),
  };
}

function frameOf(
  service: Service,
  type: What,
  { userId, name }: Given,
  item: Frame,
  itemUser: string | undefined,
): Frame {
  return {
    type,
    user: userId,
    reaction: name,
    // Of a bot under another name there is no user to tell.
    ...(itemUser === undefined ? {} : { item_user: itemUser }),
    item,
    event_ts: service.timestamps.next(),
  };
}
