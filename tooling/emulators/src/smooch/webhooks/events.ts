import type {
  Action,
  App,
  Client,
  Conversation,
  Fields,
  Message,
  Metadata,
  Source,
  User,
} from '../state/model/index.js';

interface InConversation {
  readonly app: App;
  readonly conversation: Conversation;
  /** Who it is about: the author, or else the one user of a personal conversation. */
  readonly user: User | undefined;
  /** The channel it came by or goes to, when there is one. */
  readonly client: Client | undefined;
}

/** Somebody said something. */
export interface MessageAdded extends InConversation {
  readonly kind: 'message';
  readonly message: Message;
  /** What the user was notified of before they said it. */
  readonly recentNotifications: readonly Message[];
}

export interface DeliveryError {
  readonly code: string;
  readonly message: string;
  readonly underlyingError?: Fields;
}

/** What became of a message of the business on its way to the user. */
export interface DeliveryReport extends InConversation {
  readonly kind: 'delivery';
  readonly stage: 'channel' | 'user' | 'failure';
  /** True when nothing more will be heard of this message. */
  readonly isFinal: boolean;
  readonly user: User;
  readonly client: Client;
  readonly message: Message;
  readonly at: number;
  /** The id under which the channel knows the message, once it has it. */
  readonly externalMessageId: string | undefined;
  readonly error: DeliveryError | undefined;
}

export type CreationReason =
  | 'linkRequest'
  | 'message'
  | 'none'
  | 'notification'
  | 'prechatCapture'
  | 'startConversation'
  | 'proactiveMessaging';

export interface ConversationCreated extends InConversation {
  readonly kind: 'conversation:create';
  readonly reason: CreationReason;
  readonly source: Source;
}

export interface ConversationRemoved extends InConversation {
  readonly kind: 'conversation:remove';
}

export interface ParticipantMoved extends InConversation {
  readonly kind: 'conversation:join' | 'conversation:leave';
  readonly user: User;
}

/** A button was pressed that says something to the business and not to the conversation. */
export interface PostbackPressed extends InConversation {
  readonly kind: 'postback';
  readonly user: User;
  readonly action: Action;
  /** The message with the button; undefined when it stands in a menu. */
  readonly message: Message | undefined;
  readonly at: number;
}

/** A user reads or types. */
export interface ActivitySeen extends InConversation {
  readonly kind: 'activity';
  readonly type: 'conversation:read' | 'typing:start' | 'typing:stop';
  readonly user: User;
  readonly at: number;
}

/** A user came by an advertisement or a link that says where from. */
export interface Referred extends InConversation {
  readonly kind: 'referral';
  readonly user: User;
  readonly referral: Fields;
  readonly at: number;
}

export interface PaymentMade extends InConversation {
  readonly kind: 'payment';
  readonly user: User;
  readonly message: Message;
  readonly action: Action;
  readonly chargeId: string;
  readonly at: number;
}

interface ClientEvent {
  readonly app: App;
  readonly user: User;
  readonly client: Client;
  readonly conversation: Conversation | undefined;
  readonly at: number;
}

export interface ClientAdded extends ClientEvent {
  readonly kind: 'client:add';
  readonly reason: 'channelLinking' | 'sdkLogin' | 'authCode';
}

export interface ClientUpdated extends ClientEvent {
  readonly kind: 'client:update';
  readonly reason: 'confirmed' | 'blocked' | 'unblocked' | 'matched';
  /** What the user was looked for by, when it is about a link. */
  readonly criteria: Fields | undefined;
}

export interface ClientRemoved extends ClientEvent {
  readonly kind: 'client:remove';
  readonly reason: 'api' | 'linkCancelled' | 'linkFailed' | 'sdk' | 'theft';
  readonly criteria: Fields | undefined;
  readonly error: DeliveryError | undefined;
}

export interface UserMerged {
  readonly kind: 'user:merge';
  readonly app: App;
  readonly conversation: Conversation | undefined;
  readonly surviving: User;
  readonly discarded: User;
  readonly discardedConversation: Conversation | undefined;
  readonly discardedMetadata: Metadata | undefined;
  readonly reason: 'api' | 'channelLinking' | 'sdkLogin';
  readonly at: number;
}

export interface UserUpdated {
  readonly kind: 'user:update';
  readonly app: App;
  readonly user: User;
  readonly client: Client | undefined;
  readonly reason: 'authentication' | 'localeDetection';
}

export interface UserRemoved {
  readonly kind: 'user:remove';
  readonly app: App;
  readonly user: User;
  readonly at: number;
}

export type ControlAction = 'passControl' | 'offerControl' | 'acceptControl' | 'releaseControl';

/** Who answers a conversation changed, or was to change and did not. */
export interface ControlChanged {
  readonly kind: 'switchboard';
  readonly app: App;
  readonly conversation: Conversation;
  readonly action: ControlAction;
  readonly metadata: Metadata | undefined;
  readonly error: DeliveryError | undefined;
  readonly reason: 'ticketClosed' | 'transferToEmail' | undefined;
}

/** What became of a message that was sent to an address and to no user. */
export interface NotificationReport {
  readonly kind: 'notification';
  readonly app: App;
  readonly user: User;
  readonly conversation: Conversation | undefined;
  readonly client: Client;
  readonly notificationId: string;
  readonly stage: 'channel' | 'user' | 'failure';
  readonly isFinal: boolean;
  readonly externalMessageId: string | undefined;
  readonly error: DeliveryError | undefined;
  readonly at: number;
}

/** Everything that webhooks are told, before it takes the shape of a version. */
export type DomainEvent =
  | MessageAdded
  | DeliveryReport
  | ConversationCreated
  | ConversationRemoved
  | ParticipantMoved
  | PostbackPressed
  | ActivitySeen
  | Referred
  | PaymentMade
  | ClientAdded
  | ClientUpdated
  | ClientRemoved
  | UserMerged
  | UserUpdated
  | UserRemoved
  | ControlChanged
  | NotificationReport;
