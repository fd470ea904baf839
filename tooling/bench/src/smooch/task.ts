import type { Turns } from '../programs/in-turns.js';

/** Who posts by v1.1. The first is what the others are measured by. */
export const legacyCallers = ['fetch', '@x/smooch', 'smooch-core'] as const;
export type LegacyCaller = (typeof legacyCallers)[number];

/** Who posts by v2. The first is what the others are measured by. */
export const callers = ['fetch', '@x/smooch/v2', 'sunshine-conversations-client'] as const;
export type Caller = (typeof callers)[number];

/** What has been heard from an emulated app. */
export interface Recorded {
  readonly appId: string;
  readonly userId: string;
  readonly conversationId: string;
  /** What is answered to a message, by the paths that it is posted to. */
  readonly answers: Readonly<Record<string, string>>;
  /** What the webhooks of a message are. */
  readonly deliveries: Readonly<Record<DeliveryKind, RecordedDelivery>>;
}

/** What webhooks are of. */
export const deliveryKinds = ['v1.1 message:appUser', 'v2 conversation:message'] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

export interface RecordedDelivery {
  readonly body: string;
  /** What in the body makes it another event than others. */
  readonly id: string;
}

/** Who takes in webhooks: at last, those that come once more. The first is what the others are measured by. */
export const receivers = [
  'JSON.parse',
  'request.json()',
  'createWebhookHandler',
  'the same, come once more',
] as const;
export type Receiver = (typeof receivers)[number];

/** What calling is told. */
export interface CallTask extends Turns {
  readonly url: string;
  /** The manifest of the folder in which other people's clients are installed. */
  readonly peers: string;
  readonly appId: string;
  readonly userId: string;
  readonly conversationId: string;
}

/** What receiving is told. */
export interface ReceiveTask {
  readonly recorded: Readonly<Record<DeliveryKind, RecordedDelivery>>;
  /** How many come in a round. */
  readonly deliveries: number;
  readonly rounds: number;
  readonly warmUps: number;
}

/** Deliveries a second, round for round. */
export type Received = Readonly<Record<DeliveryKind, Rates>>;
export type Rates = Readonly<Record<Receiver, readonly number[]>>;
