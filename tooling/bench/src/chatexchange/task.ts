import type { Amount } from '../programs/hearing.js';

/** Who hears events of a socket. The first is what the others are measured by. */
export const listeners = ['ws', '@x/chatexchange', 'chatexchange'] as const;
export type Listener = (typeof listeners)[number];

/** Who reads a page. The first is what the others are measured by. */
export const readers = ['cheerio', '@x/chatexchange'] as const;
export type Reader = (typeof readers)[number];

/** Who finds a message in its transcript, over the network. The first is what the others are measured by. */
export const finders = ['fetch', '@x/chatexchange', 'chatexchange'] as const;
export type Finder = (typeof finders)[number];

/** Where a chat is, and who may log in there. */
export interface Place {
  readonly url: string;
  readonly email: string;
  readonly password: string;
  readonly roomId: number;
  /** Messages that are all on one page of the transcript. */
  readonly messageIds: readonly number[];
  /** The same on the chat of Stack Overflow, which clients that know no others are led to. */
  readonly peerMessageIds: readonly number[];
  /** That page. */
  readonly transcript: string;
}

/** What the server that floods sockets is told. */
export interface ServerTask {
  /** How many events the room's socket carries. */
  readonly events: number;
}

/** What a listener is told. */
export interface ListenTask extends Amount {
  readonly place: Place;
  readonly listener: Listener;
  /** A file of the folder in which other people's clients are installed. */
  readonly peers: string;
}

/** What a reader is told. */
export interface ReadTask {
  readonly transcript: string;
  readonly rounds: number;
  readonly pages: number;
}

/** What finding messages is told. */
export interface FindTask {
  readonly place: Place;
  readonly peers: string;
  readonly rounds: number;
}

/** Milliseconds a page, round for round. */
export type Times<Name extends string> = Readonly<Record<Name, readonly number[]>>;
