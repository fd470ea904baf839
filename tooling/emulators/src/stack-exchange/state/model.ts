/** What a chat server remembers. Ids belong to one chat server and mean nothing on another. */

/** Somebody with a login, known to every site of the network under one address. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Somebody on one chat server: a person, a bot, or the system itself, whose ids are negative. */
export interface User {
  readonly id: number;
  name: string;
  /** The login behind it; undefined for those who never log in here. */
  readonly person: Person | undefined;
  /** The user of a main site that this one stands for; undefined for the system. */
  readonly parent: { readonly id: number; readonly host: string } | undefined;
  isModerator: boolean;
  reputation: number | undefined;
  about: string;
  pictureHash: string;
  /** Milliseconds since 1970, as all times here. */
  readonly createdAt: number;
  lastSeenAt: number | undefined;
  lastPostAt: number | undefined;
  /** Until when this one may not write anywhere on this server. */
  blockedUntil: number | undefined;
  /** Those whose messages are hidden from this one. */
  readonly ignored: Set<number>;
  /** Mentions and replies that this one has read, by the ids of their messages. */
  readonly acknowledged: Set<number>;
  /** How many stars this one gave on the last day on which there were any; days count from 1970, by UTC. */
  stars: { readonly day: number; readonly given: number };
  /** How the official page is to show mentions; the service gives the values no names. */
  desktopNotify: string;
}

/** The system itself: the owner of what is everybody's. */
export const communityId = -1;

/** The system itself, which posts feeds and announces changed names. */
export const feedsId = -2;

/** Everybody may read and write; everybody may read, some may write; only some may enter. */
export type RoomAccess = 'public' | 'gallery' | 'private';

/** What somebody may do in one room, beside what everybody may there. */
export type UserAccess = 'owner' | 'read-write' | 'read-only' | 'request';

/** A pause that an owner has ordered: until it is over nobody writes. */
export interface RoomTimeout {
  readonly until: number;
  readonly reason: string;
}

/** A stretch of a room under a title of its own. */
export interface Conversation {
  readonly slug: string;
  readonly title: string;
  readonly firstMessageId: number;
  readonly lastMessageId: number;
  readonly userId: number;
  readonly at: number;
}

export interface Room {
  readonly id: number;
  name: string;
  /** HTML, as the room's owners may use Markdown. */
  description: string;
  tags: readonly string[];
  /** The site of the network that it belongs to. */
  siteHost: string;
  access: RoomAccess;
  readonly createdAt: number;
  readonly owners: Set<number>;
  /** Who may talk in a gallery, or enter a private room, beside the owners. */
  readonly writers: Set<number>;
  /** Who may read and nothing more, even where others may write. */
  readonly readers: Set<number>;
  /** Who has asked to be let in. */
  readonly requests: Set<number>;
  readonly favoriteOf: Set<number>;
  /** When those who were kicked were, by their ids, oldest first. */
  readonly kicks: Map<number, readonly number[]>;
  /** Takes back the end of a kick that lasts, by the ids of those who were kicked. */
  readonly kickEnds: Map<number, () => void>;
  /** By their slugs. */
  readonly conversations: Map<string, Conversation>;
  frozen: boolean;
  deleted: boolean;
  timeout: RoomTimeout | undefined;
}

/** One wording of a message. */
export interface Revision {
  readonly source: string;
  /** The source as the event feed shows it. */
  readonly html: string;
  readonly userId: number;
  readonly at: number;
}

/** The earlier message that a message belongs to. */
export interface Parent {
  readonly id: number;
  /** True for a reply, false for a mention of that message's author. */
  readonly isReply: boolean;
}

/** What somebody who looked at a message thinks of it: offensive, fine, or hard to say. */
export interface Flag {
  readonly opinion: 'offensive' | 'fine' | 'unsure';
  readonly at: number;
}

/** A word to the moderators. */
export interface ModeratorFlag {
  readonly userId: number;
  readonly info: string;
  readonly at: number;
}

export interface Message {
  readonly id: number;
  /** Changed by its store alone. */
  roomId: number;
  readonly userId: number;
  readonly postedAt: number;
  parent: Parent | undefined;
  /** Oldest first; the first is the one that was posted, unless the history was purged. */
  revisions: [Revision, ...Revision[]];
  deleted: { readonly userId: number; readonly at: number } | undefined;
  /** The room that it was posted in, when it has left it. */
  movedFrom: number | undefined;
  /** Who starred and who pinned it, and when. */
  readonly stars: Map<number, number>;
  readonly pins: Map<number, number>;
  /** By those who flagged it. */
  readonly flags: Map<number, Flag>;
  readonly moderatorFlags: ModeratorFlag[];
}

/** The wording that counts. */
export function currentRevision(message: Message): Revision {
  return message.revisions.at(-1) ?? message.revisions[0];
}

export function editsOf(message: Message): number {
  return message.revisions.length - 1;
}
