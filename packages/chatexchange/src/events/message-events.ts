import type { Message } from '../model/message.js';
import type { User } from '../model/user.js';
import type { EventBase } from './wire-event.js';

/** Something about a message. */
export interface AboutMessage<Type extends string, TypeId extends number> extends EventBase<Type, TypeId> {
  /** It knows what the event says of it. */
  readonly message: Message;
}

/** Something that tells what a message says. */
interface AboutText<Type extends string, TypeId extends number> extends AboutMessage<Type, TypeId> {
  /** HTML, as it was then; of a long text, the beginning only. */
  readonly content: string | undefined;
}

/** Something that tells what a message answers. */
interface AboutAnswer<Type extends string, TypeId extends number> extends AboutText<Type, TypeId> {
  /** Whether the message is a reply. One that mentions somebody may have a parent without being a reply. */
  readonly showParent: boolean;
  /** The id of the message that it answers, or that the person who is mentioned said last. */
  readonly parentMessageId: number | undefined;
  /** Whose message it answers. Told since autumn 2025. */
  readonly parentUsername: string | undefined;
  /** What that message says. Told since autumn 2025. */
  readonly parentText: string | undefined;
}

/** What tells whether this account is spoken to. */
interface Addressed {
  /** Whether it answers a message of this account; a `reply` event came before it. Not told of what was fetched after a gap. */
  readonly isReply: boolean;
  /** Whether it mentions this account; a `mention` event came before it. Not told of what was fetched after a gap. */
  readonly isMention: boolean;
}

/** A new message. */
export interface MessagePosted extends AboutAnswer<'message', 1>, Addressed {
  /** Whether it is the service's notice that messages were moved; a `move` event follows it. */
  readonly isMoveNotice: boolean;
}

/** A message has another wording. */
export interface MessageEdited extends AboutAnswer<'edit', 2>, Addressed {
  /** How many times it was edited. */
  readonly edits: number;
}

/** A star or a pin came or went: these are the counts since then. */
export interface MessageStarred extends AboutText<'star', 6> {
  /** How many have starred it. */
  readonly stars: number;
  /** How many owners have pinned it. */
  readonly pins: number;
  /** Whether this account did it. Of others the service does not tell who did. */
  readonly byMe: boolean;
  /** Whether this account has starred it now; told only when `byMe`. */
  readonly starredByMe: boolean | undefined;
  /** Whether this account has pinned it now; told only when `byMe`. */
  readonly pinnedByMe: boolean | undefined;
}

/** What the account alone is told when somebody speaks to it, in whatever room. The `message` or `edit` itself comes besides, in joined rooms. */
interface CallOf<Type extends string, TypeId extends number> extends AboutAnswer<Type, TypeId> {
  /** Who is spoken to, if the service tells: this account. */
  readonly targetUserId: number | undefined;
}

/** This account was mentioned. */
export interface UserMentioned extends CallOf<'mention', 8> {}

/** A message of this account was answered. */
export interface MessageReply extends CallOf<'reply', 18> {}

/** A message was flagged as spam or offensive. Told only to those who may see it. */
export interface MessageFlagged extends AboutText<'flag', 9> {
  /** How many flags it has. */
  readonly flags: number;
  /** Whether this account has flagged it. */
  readonly flaggedByMe: boolean;
}

/** Something was flagged for moderators. Told only to those who may see it. */
export interface ModeratorFlag extends EventBase<'moderatorFlag', 12> {
  readonly message: Message | undefined;
  readonly content: string | undefined;
  readonly flags: number;
}

/** A message was removed. */
export interface MessageDeleted extends AboutMessage<'delete', 10> {
  /** Who removed it. */
  readonly user: User | undefined;
}

/** A removal was taken back. */
export interface MessageUndeleted extends AboutAnswer<'undelete', 37> {}

/** A message left the room; a notice of all that did follows, and a `move` event. */
export interface MessageMovedOut extends AboutText<'movedOut', 19> {}

/** A message came from another room; a notice of all that did follows, and a `move` event. */
export interface MessageMovedIn extends AboutText<'movedIn', 20> {}
