import type { Action } from './action.js';
import type { AppUser, Client } from './app-user.js';
import type { Message } from './message.js';
import type { Open, Undocumented } from './open.js';
import type { WebhookEnvelope } from './webhook-envelope.js';

/** An app user as an event tells of them: always the `_id`; all of them in v1, and in v1.1 with `includeFullAppUser`. */
export interface EventAppUser extends Partial<AppUser> {
  readonly _id: string;
}

/** Where something happened. */
export interface EventSource {
  /** A channel, or `api`. */
  readonly type?: string;
  readonly id?: string;
  readonly integrationId?: string;
}

/** What went wrong. */
export interface EventError {
  readonly code?: Open<'bad_request' | 'forbidden' | 'unauthorized' | 'uncategorized_error'>;
  readonly message?: string;
  /** In the words of the channel. */
  readonly underlyingError?: unknown;
}

interface EventBase {
  /** Absent in the oldest payloads. */
  readonly app?: { readonly _id: string };
  readonly appUser: EventAppUser;
  /** v1.1 with `includeClient`: where the user wrote. */
  readonly client?: Partial<Client>;
  /** v1.1 only. */
  readonly conversation?: { readonly _id: string };
  /** The version of the webhook; absent in v1. */
  readonly version?: Open<'v1.1'>;
  /** Unix seconds, with a fraction. Messages have it as their own `received`. */
  readonly timestamp?: number;
}

/** Somebody wrote something. What you post yourself comes as `message:appMaker`, too. */
export interface MessagesEvent extends EventBase {
  readonly trigger: 'message:appUser' | 'message:appMaker';
  readonly messages: readonly Message[];
}

interface DeliveryBase extends EventBase {
  readonly destination?: { readonly type?: string; readonly integrationId?: string };
  /** Whether nothing more will be told of this message. */
  readonly isFinalEvent?: boolean;
  /** What the channel calls it. */
  readonly externalMessages?: readonly { readonly id: string }[];
}

/** v1.1: a message of the business has reached the channel, or the user. */
export interface MessageDeliveryEvent extends DeliveryBase {
  readonly trigger: 'message:delivery:channel' | 'message:delivery:user';
  readonly message: { readonly _id: string };
}

/** v1.1: a message of the business could not be delivered. */
export interface MessageDeliveryFailureEvent extends DeliveryBase {
  readonly trigger: 'message:delivery:failure';
  readonly message: { readonly _id: string };
  readonly error: EventError;
}

/** v1.1: as of a message, of a notification. */
export interface NotificationDeliveryEvent extends DeliveryBase {
  readonly trigger:
    | 'notification:delivery:channel'
    | 'notification:delivery:user'
    | 'notification:delivery:failure';
  readonly notification?: { readonly _id: string };
  readonly error?: EventError;
}

/** v1: messages of the business were delivered, or were not. */
export interface DeliveryEvent extends EventBase {
  readonly trigger: 'delivery:success' | 'delivery:failure';
  readonly messages: readonly Message[];
  readonly destination?: { readonly type?: string };
  readonly error?: EventError;
}

/** Somebody pressed a button. */
export interface PostbackEvent extends EventBase {
  readonly trigger: 'postback';
  readonly postbacks: readonly {
    /** The message with the button; absent when it was one of a menu. */
    readonly message?: Message;
    readonly action: Action;
  }[];
}

/** A conversation began, was read, or was come to by a link. */
export interface ConversationEvent extends EventBase {
  readonly trigger: 'conversation:start' | 'conversation:read' | 'conversation:referral';
  readonly source?: EventSource;
  readonly referral?: {
    readonly code?: string;
    readonly details?: { readonly source?: string; readonly type?: string; readonly adId?: string };
  };
}

/** The user began to type, or stopped. */
export interface TypingEvent extends EventBase {
  readonly trigger: 'typing:appUser';
  readonly activity: { readonly type: Open<'typing:start' | 'typing:stop'> };
}

/** Several app users turned out to be one. */
export interface MergeEvent extends Omit<EventBase, 'appUser'> {
  readonly trigger: 'merge:appUser';
  readonly appUser?: EventAppUser;
  readonly surviving: EventAppUser;
  readonly discarded: readonly EventAppUser[];
}

/** A channel that was asked to be linked to a user was found, answered, or failed. */
export interface LinkEvent extends EventBase {
  readonly trigger: 'link:match' | 'link:success' | 'link:failure';
  readonly channel: string;
  /** What the user was looked for by. */
  readonly criteria?: Readonly<Record<string, unknown>>;
  readonly error?: EventError;
}

/** A `buy` action was paid. */
export interface PaymentEvent extends EventBase {
  readonly trigger: 'payment:success';
  readonly payments: readonly {
    readonly source?: EventSource;
    readonly message?: Message;
    readonly action?: Action;
    readonly charge?: { readonly id: string };
  }[];
}

/** v1.1: events of which only the name is documented. */
export interface UntypedEvent extends EventBase {
  readonly trigger: 'appUser:delete' | 'client:add' | 'client:remove';
  readonly [field: string]: unknown;
}

/** An event that is documented nowhere, with all that came. */
export interface UnknownEvent {
  readonly trigger: Undocumented;
  readonly [field: string]: unknown;
}

type DocumentedEvent =
  | MessagesEvent
  | MessageDeliveryEvent
  | MessageDeliveryFailureEvent
  | NotificationDeliveryEvent
  | DeliveryEvent
  | PostbackEvent
  | ConversationEvent
  | TypingEvent
  | MergeEvent
  | LinkEvent
  | PaymentEvent
  | UntypedEvent;

/** One member a trigger, so that a filter by a single trigger narrows as well. */
type ByTrigger<Event extends DocumentedEvent> = Event extends unknown
  ? { [Trigger in Event['trigger']]: Event & { readonly trigger: Trigger } }[Event['trigger']]
  : never;

/** What the service tells a webhook. `trigger` tells what it is; the envelope of a v2 webhook has none. */
export type WebhookEvent = ByTrigger<DocumentedEvent> | UnknownEvent | WebhookEnvelope;
