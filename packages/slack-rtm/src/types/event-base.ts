import type { OtherFields } from './open.js';

/** What every event may have besides its own fields. All others are kept, too. */
export interface EventBase<Type extends string> extends OtherFields {
  readonly type: Type;
  /** The moment of the event, as a timestamp. */
  readonly event_ts?: string;
}

/** An event with fields of its own, all of them raw and read-only. */
export type EventOf<Type extends string, Fields = unknown> = EventBase<Type> & Readonly<Fields>;
