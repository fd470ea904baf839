import type { Fields, Metadata } from './values.js';

export type ActionType = 'buy' | 'link' | 'locationRequest' | 'postback' | 'reply' | 'share' | 'webview';

/** A button. Which of the fields it has depends on its type. */
export interface Action {
  readonly id: string;
  readonly type: ActionType;
  readonly text: string | undefined;
  readonly uri: string | undefined;
  readonly payload: string | undefined;
  readonly amount: number | undefined;
  readonly currency: string | undefined;
  readonly state: 'offered' | 'paid' | undefined;
  readonly metadata: Metadata | undefined;
  /** Fields that are only handed on to the channel. */
  readonly channelOptions: Fields;
}
