import type { StateEvent } from '@x/http-core/live';
import { rtmEventNames, type EventNames } from './event-names.js';
import type { SlackEventMap } from './types/event-map.js';
import type { OtherFields } from './types/open.js';

/** A frame as it came: an object with a type. */
export interface SlackFrame extends OtherFields {
  readonly type: string;
}

/** An event that these types do not know. It has a type of its own, so that the known ones narrow. */
export interface UnknownEvent {
  readonly type: 'unknown';
  /** Its type on the wire. */
  readonly wireType: string;
  /** The frame as it came. */
  readonly data: SlackFrame;
}

/**
 * The connection was away, or was replaced and did not bring in time what was on its way: what happened from when to when may be
 * missing. `from` is the last sign of life before (of one that was replaced after `staleAfterMs`, its last event), `to` the greeting
 * of the new connection, by this machine's clock.
 */
export interface GapEvent {
  readonly type: 'gap';
  readonly from: Date;
  readonly to: Date;
}

/**
 * What was missed has been fetched, as far as `catchUp` asks for it and as Slack still has it. It comes after the messages, which
 * came as `message` events; `isReplayed(event)` tells them from others. Changes and deletions that happened meanwhile do not come.
 */
export interface CaughtUpEvent {
  readonly type: 'caughtUp';
  /** How many messages there were. */
  readonly messages: number;
  /** How many conversations were looked at. */
  readonly channels: number;
  /** Whether something may still be missing: there was more than `maxCalls` brings, or Slack refused a conversation. */
  readonly truncated: boolean;
  /** The gap, or from the first to the last of several. */
  readonly from: Date;
  readonly to: Date;
}

/** A frame that is no event: no text, no JSON, or no object with a type. The connection goes on. */
export interface UnreadableEvent {
  readonly reason: 'binary' | 'not-json' | 'no-type';
  /** Its length in bytes when it was binary, else in UTF-16 units. */
  readonly length: number;
}

/** What `events()` gives: the events of Slack as they came, gaps and what was done about them, in order. */
export type SlackEvent = SlackEventMap[keyof SlackEventMap] | UnknownEvent | GapEvent | CaughtUpEvent;

/** What can be listened to besides the events of Slack. */
export interface OwnEvents {
  /** A change of the connection's state. */
  state: StateEvent;
  gap: GapEvent;
  /** With `catchUp`: what was missed in a gap has been told. */
  caughtUp: CaughtUpEvent;
  /** Every event whose name is not known. */
  unknown: UnknownEvent;
  unreadable: UnreadableEvent;
  /** A ping was answered: how long it took, in milliseconds. */
  latency: { readonly latencyMs: number };
}

/** Everything that can be listened to by a name that is known. */
export type SlackEvents = SlackEventMap & OwnEvents;

/** The event that a frame is: itself where its type is among the names. */
export function eventOf(
  frame: SlackFrame,
  names: EventNames = rtmEventNames,
): Exclude<SlackEvent, GapEvent | CaughtUpEvent> {
  return Object.hasOwn(names, frame.type)
    ? (frame as SlackEventMap[keyof SlackEventMap])
    : { type: 'unknown', wireType: frame.type, data: frame };
}

/** Reads a text; `undefined` when it is no JSON. */
export function parseFrame(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
