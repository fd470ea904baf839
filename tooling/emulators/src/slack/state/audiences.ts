import type { DomainEvent, Frame } from './events.js';
import type { Conversation } from './model.js';

/** Something that everybody in the workspace hears of. */
export function toTeam(frame: Frame): DomainEvent {
  return { audience: { to: 'team' }, frame };
}

/** Something for one user, on all connections. */
export function toUser(userId: string, frame: Frame): DomainEvent {
  return { audience: { to: 'users', userIds: new Set([userId]) }, frame };
}

/** Something for those who are in a conversation. Who that is, is asked when it is published, since there may be thousands. */
export function toMembers(conversation: Conversation, frame: Frame): DomainEvent {
  return { audience: { to: 'users', userIds: conversation.members }, frame };
}

/** Something for those who may know of a conversation: of a public channel, everybody. */
export function toViewers(conversation: Conversation, frame: Frame): DomainEvent {
  return conversation.kind === 'channel' ? toTeam(frame) : toMembers(conversation, frame);
}
