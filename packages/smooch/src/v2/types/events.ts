import type { Metadata, Open, Undocumented } from '../../types/open.js';
import type { Client } from './client.js';
import type { ConversationReference } from './conversation.js';
import type { Author, Message, Source } from './message.js';
import type { User, UserReference } from './user.js';

/** What went wrong. */
export interface EventFailure {
  readonly code?: string;
  readonly message?: string;
  /** In the words of the channel. */
  readonly underlyingError?: unknown;
}

/** How somebody came to a conversation. */
export interface Referral {
  readonly code?: string;
  readonly details?: {
    readonly source?: string;
    readonly type?: string;
    readonly adId?: string | null;
  } | null;
}

/** How far a message of the business came. */
export interface DeliveryPayload {
  readonly user?: User;
  readonly conversation: ConversationReference;
  readonly message: { readonly id: string };
  readonly destination?: { readonly type?: string; readonly integrationId?: string };
  /** What the channel calls it. */
  readonly externalMessages?: readonly { readonly id?: string }[] | null;
  /** Whether nothing more will be told of this message. */
  readonly isFinalEvent?: boolean;
}

/** Something that somebody does. */
export interface ActivityPayload {
  readonly conversation: ConversationReference;
  readonly activity: {
    readonly type?: Open<'conversation:read' | 'typing:start' | 'typing:stop'>;
    readonly source?: Source;
    readonly author?: Author;
  };
}

/** Who answers has changed, or is to. */
export interface SwitchboardPayload {
  readonly conversation: ConversationReference;
  readonly metadata?: Metadata | null;
  readonly reason?: Open<'ticketClosed' | 'transferToEmail'>;
}

/** Who answers was to change, and has not. */
export interface SwitchboardFailurePayload extends SwitchboardPayload {
  readonly error?: EventFailure;
}

interface ClientPayload {
  readonly conversation?: ConversationReference | null;
  readonly user: UserReference;
  readonly client: Partial<Client>;
  readonly source?: Source;
}

/** What events of v2 carry, by their types. */
export interface EventPayloads {
  'client:add': ClientPayload & { readonly reason?: Open<'channelLinking' | 'sdkLogin' | 'authCode'> };
  'client:remove': ClientPayload & {
    readonly reason?: Open<'api' | 'linkCancelled' | 'linkFailed' | 'sdk' | 'theft'>;
    readonly error?: EventFailure | null;
  };
  'client:update': ClientPayload & {
    readonly reason?: Open<'confirmed' | 'blocked' | 'unblocked' | 'matched'>;
  };
  'conversation:create': {
    readonly conversation: ConversationReference;
    /** Of a personal conversation. */
    readonly user?: User | null;
    readonly creationReason?: Open<
      | 'linkRequest'
      | 'message'
      | 'none'
      | 'notification'
      | 'prechatCapture'
      | 'startConversation'
      | 'proactiveMessaging'
    >;
    readonly source?: Source;
    readonly referral?: Referral | null;
  };
  'conversation:join': { readonly conversation: ConversationReference; readonly user: UserReference };
  'conversation:leave': { readonly conversation: ConversationReference; readonly user: UserReference };
  'conversation:message': {
    readonly conversation: ConversationReference;
    readonly message: Message;
    readonly recentNotifications?: readonly Message[];
  };
  'conversation:message:delivery:channel': DeliveryPayload;
  'conversation:message:delivery:failure': DeliveryPayload & { readonly error?: EventFailure };
  'conversation:message:delivery:user': DeliveryPayload;
  'conversation:postback': {
    readonly postback: { readonly payload?: string; readonly metadata?: Metadata };
    readonly conversation: ConversationReference;
    readonly user: User;
    readonly source?: Source;
  };
  'conversation:read': ActivityPayload;
  'conversation:referral': {
    readonly conversation: ConversationReference;
    readonly user: User;
    readonly source?: Source;
    readonly referral: Referral;
  };
  'conversation:remove': { readonly conversation: ConversationReference };
  'conversation:typing': ActivityPayload;
  'passthrough:messaging': Readonly<Record<string, unknown>>;
  'switchboard:acceptControl': SwitchboardPayload;
  'switchboard:acceptControl:failure': SwitchboardFailurePayload;
  'switchboard:offerControl': SwitchboardPayload;
  'switchboard:offerControl:failure': SwitchboardFailurePayload;
  'switchboard:passControl': SwitchboardPayload;
  'switchboard:passControl:failure': SwitchboardFailurePayload;
  'switchboard:releaseControl': SwitchboardPayload;
  'user:merge': {
    readonly mergedUsers: { readonly surviving: User; readonly discarded: User };
    readonly mergedConversations?: {
      readonly surviving?: ConversationReference;
      readonly discarded?: ConversationReference;
    } | null;
    readonly mergedClients?: {
      readonly surviving?: Partial<Client>;
      readonly discarded?: Partial<Client>;
    } | null;
    readonly discardedMetadata?: Metadata | null;
    readonly reason?: Open<'api' | 'channelLinking' | 'sdkLogin'>;
  };
  'user:remove': { readonly user: UserReference };
  'user:update': {
    readonly user: User;
    readonly reason?: Open<'authentication' | 'localeDetection'>;
    readonly source?: Source;
  };
}

/** An event of v2 of a type, or of any documented one. */
export type SunshineEventOf<Type extends keyof EventPayloads = keyof EventPayloads> = {
  [Each in Type]: {
    readonly id: string;
    readonly type: Each;
    /** ISO 8601 with milliseconds. */
    readonly createdAt?: string;
    readonly payload: EventPayloads[Each];
  };
}[Type];

/** An event of v2 that is documented nowhere, with all that came. */
export interface UnknownSunshineEvent {
  readonly id: string;
  readonly type: Undocumented;
  readonly createdAt?: string;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** One event of v2. `type` tells what its `payload` has. */
export type SunshineEvent = SunshineEventOf | UnknownSunshineEvent;
