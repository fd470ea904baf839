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
  readonly name: string;
  /** The login behind it; undefined for those who never log in here. */
  readonly person: Person | undefined;
  /** The user of a main site that this one stands for; undefined for the system. */
  readonly parent: { readonly id: number; readonly host: string } | undefined;
  readonly isModerator: boolean;
  readonly reputation: number | undefined;
  readonly about: string;
  readonly pictureHash: string;
  /** Milliseconds since 1970, as all times here. */
  readonly createdAt: number;
  lastSeenAt: number | undefined;
  lastPostAt: number | undefined;
}

export type RoomAccess = 'public' | 'gallery' | 'private';

export interface Room {
  readonly id: number;
  readonly name: string;
  /** HTML, as the room's owners may use Markdown. */
  readonly description: string;
  readonly tags: readonly string[];
  readonly access: RoomAccess;
  readonly createdAt: number;
  readonly owners: ReadonlySet<number>;
  /** Who may talk in a gallery, or enter a private room, beside the owners. */
  readonly writers: ReadonlySet<number>;
  readonly favoriteOf: ReadonlySet<number>;
  frozen: boolean;
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

export interface Message {
  readonly id: number;
  readonly roomId: number;
  readonly userId: number;
  readonly postedAt: number;
  parent: Parent | undefined;
  /** Oldest first; the first is the one that was posted. */
  readonly revisions: [Revision, ...Revision[]];
  deleted: { readonly userId: number; readonly at: number } | undefined;
  /** Who starred and who pinned it, and when. */
  readonly stars: Map<number, number>;
  readonly pins: Map<number, number>;
}

/** The wording that counts. */
export function currentRevision(message: Message): Revision {
  return message.revisions.at(-1) ?? message.revisions[0];
}

export function editsOf(message: Message): number {
  return message.revisions.length - 1;
}
