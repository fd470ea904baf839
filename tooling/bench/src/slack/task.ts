import type { Amount } from '../programs/hearing.js';
import type { Turns } from '../programs/in-turns.js';

/** Who hears events of RTM. The first is what the others are measured by. */
export const rtmListeners = ['ws', '@x/slack-rtm', '@slack/rtm-api'] as const;
export type RtmListener = (typeof rtmListeners)[number];

/** Who hears events of Socket Mode, and acknowledges each. The first is what the others are measured by. */
export const socketListeners = ['ws', '@x/slack-rtm', '@slack/socket-mode'] as const;
export type SocketListener = (typeof socketListeners)[number];

/** Who sends messages by RTM. The first is what the others are measured by. */
export const senders = rtmListeners;
export type Sender = RtmListener;

/** Who calls methods. The first is what the others are measured by. */
export const callers = ['fetch', '@x/slack-rtm', '@slack/web-api'] as const;
export type Caller = (typeof callers)[number];

/** What is called: somebody, and a page of a history. */
export const methods = ['users.info', 'conversations.history'] as const;
export type MethodName = (typeof methods)[number];

/** What a program is told of where things are. */
export interface Place {
  /** The server; its Web API is at `/flood/api` and `/echo/api`: the sockets it hands out flood, or acknowledge. */
  readonly url: string;
  /** The manifest of the folder in which other people's clients are installed. */
  readonly peers: string;
}

/** What the server is told. */
export interface ServerTask {
  /** How many events a socket carries. */
  readonly events: number;
}

/** What it answers. */
export interface Served {
  readonly url: string;
  /** How many bytes the answer of a method has. */
  readonly bytes: Readonly<Record<MethodName, number>>;
}

/** What a listener is told. */
export type ListenTask = Amount & { readonly place: Place } & (
    | { readonly way: 'rtm'; readonly listener: RtmListener }
    | { readonly way: 'socket'; readonly listener: SocketListener }
  );

/** What sending is told. */
export interface SendTask {
  readonly place: Place;
  /** How many messages wait for their acknowledgement at the same time. */
  readonly atOnce: number;
  readonly messages: number;
  readonly rounds: number;
}

/** What a session took, round for round. */
export interface Sent {
  /** Messages a second. */
  readonly rate: Readonly<Record<Sender, readonly number[]>>;
  /** Milliseconds from nothing to the greeting. */
  readonly ready: Readonly<Record<Sender, readonly number[]>>;
}

/** What calling is told. */
export interface CallTask extends Turns {
  readonly place: Place;
}
