import type { EventPayloads, SunshineEventOf, UnknownSunshineEvent } from '../v2/types/events.js';
import type { UnknownEvent, WebhookEvent } from '../types/webhook-event.js';
import type { WebhookEnvelope } from '../types/webhook-envelope.js';

/** The documented events of v1 and v1.1. */
type TriggerEvent = Exclude<WebhookEvent, UnknownEvent | WebhookEnvelope>;

/** The name of a documented event: its `trigger` in v1 and v1.1, its `type` in v2. */
export type EventName = TriggerEvent['trigger'] | keyof EventPayloads;

/** The events of a name. Some names are of v1.1 and of v2: an event of v1.1 has a `trigger`, one of v2 a `type`. */
export type EventNamed<Name extends EventName> =
  | Extract<TriggerEvent, { readonly trigger: Name }>
  | (Name extends keyof EventPayloads ? SunshineEventOf<Name> & { readonly trigger?: undefined } : never);

/** One event of any version. */
export type SingleEvent =
  | TriggerEvent
  | UnknownEvent
  | ((SunshineEventOf | UnknownSunshineEvent) & { readonly trigger?: undefined });
