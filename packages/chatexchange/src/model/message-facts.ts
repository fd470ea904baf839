import type { Message } from './message.js';
import type { Room } from './room.js';
import type { User } from './user.js';

/** What can be known of a message. */
export interface MessageFacts {
  readonly room: Room;
  /** HTML; `undefined` when the message had been removed before anything was known of it. */
  readonly content: string | undefined;
  /** As it was written; `undefined` when the message was removed, and its source is not for this account. */
  readonly contentSource: string | undefined;
  /** `undefined` when the account is gone. */
  readonly owner: User | undefined;
  /** The message that it answers. */
  readonly parent: Message | undefined;
  readonly deleted: boolean;
  readonly edited: boolean;
  readonly edits: number;
  /** Who edited it last; `undefined` when nobody did, and when the account is gone. */
  readonly editor: User | undefined;
  readonly stars: number;
  readonly starredByYou: boolean;
  readonly pinned: boolean;
  /** How many owners have pinned it. */
  readonly pins: number;
  /** Those whose accounts are gone are not among them. */
  readonly pinners: readonly User[];
  /** Seconds since 1970. */
  readonly timeStamp: number | undefined;
}

/** Everything that is known of a message: what {@link Message.load} gives. */
export type MessageSnapshot = { readonly id: number } & MessageFacts;
