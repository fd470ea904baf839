import type { Metadata, Open } from './open.js';

interface ActionBase {
  readonly text: string;
  readonly metadata?: Metadata | undefined;
}

/** A button that opens an address. */
export interface LinkAction extends ActionBase {
  readonly type: 'link';
  readonly uri: string;
  /** Whether a tap on the whole item does the same. */
  readonly default?: boolean | undefined;
  readonly extraChannelOptions?: Readonly<Record<string, unknown>> | undefined;
}

/** A button that tells your webhooks that it was pressed. */
export interface PostbackAction extends ActionBase {
  readonly type: 'postback';
  readonly payload: string;
}

/** A quick reply: it is sent as the user's own text. Not to be mixed with actions other than `locationRequest`. */
export interface ReplyAction extends ActionBase {
  readonly type: 'reply';
  readonly payload: string;
  readonly iconUrl?: string | undefined;
}

/** A quick reply that sends where the user is. */
export interface LocationRequestAction extends ActionBase {
  readonly type: 'locationRequest';
}

/** A button that asks for a payment. */
export interface BuyAction extends ActionBase {
  readonly type: 'buy';
  /** In cents. */
  readonly amount: number;
  /** Default `usd`. */
  readonly currency?: string | undefined;
}

/** A button that opens an address within the channel. */
export interface WebviewAction extends ActionBase {
  readonly type: 'webview';
  readonly uri: string;
  /** What channels without webviews open. */
  readonly fallback: string;
  readonly size?: 'compact' | 'tall' | 'full' | undefined;
  readonly openOnReceive?: boolean | undefined;
  readonly default?: boolean | undefined;
  readonly extraChannelOptions?: Readonly<Record<string, unknown>> | undefined;
}

/** A button that passes an item on to somebody else: on items of a carousel in Messenger only, and not in v2. */
export interface ShareAction {
  readonly type: 'share';
  readonly metadata?: Metadata | undefined;
}

/** A button to send with a message of the business. */
export type ActionContent =
  | LinkAction
  | PostbackAction
  | ReplyAction
  | LocationRequestAction
  | BuyAction
  | WebviewAction
  | ShareAction;

/** A button as the service shows it. */
export interface Action {
  readonly _id?: string;
  readonly type: Open<ActionContent['type']>;
  readonly text?: string;
  /** Empty for an action that opens nothing. */
  readonly uri?: string;
  readonly payload?: string;
  /** In cents. */
  readonly amount?: number;
  readonly currency?: string;
  readonly state?: Open<'offered' | 'paid'>;
  readonly default?: boolean;
  readonly iconUrl?: string;
  readonly fallback?: string;
  readonly size?: string;
  readonly openOnReceive?: boolean;
  readonly metadata?: Metadata;
  readonly extraChannelOptions?: Readonly<Record<string, unknown>>;
}
