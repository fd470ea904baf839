import type { Open } from './open.js';
import type { MessageContent } from './message-content.js';
import type { PageFacts } from './page.js';

/** The channels that every version knows by these names. */
export type ChannelType =
  | 'line'
  | 'mailgun'
  | 'messagebird'
  | 'messenger'
  | 'telegram'
  | 'twilio'
  | 'twitter'
  | 'viber'
  | 'wechat'
  | 'whatsapp';

/** A channel of which an app user is known, with what the channel calls the user. */
export interface Channel {
  readonly type: Open<ChannelType>;
  readonly integrationId?: string;
  /** Twilio, MessageBird. */
  readonly phoneNumber?: string;
  /** Messenger, Viber, LINE, WeChat, Twitter. */
  readonly userId?: string;
  /** Mailgun. */
  readonly address?: string;
  /** WhatsApp. */
  readonly username?: string;
  /** Telegram. */
  readonly chatId?: string;
}

/** The channels of an app user. They come all at once. */
export interface ChannelsPage extends PageFacts {
  readonly channels: readonly Channel[];
}

/** How a user agrees to being reached through another channel, and what they are told. */
export interface Confirmation {
  /**
   * `immediate`: at once (Twilio, Messenger, Mailgun, WhatsApp). `userActivity`: when they answer `message` (Twilio, Messenger).
   * `prompt`: when they answer a question of the service's own (Twilio).
   */
  readonly type: Open<'immediate' | 'prompt' | 'userActivity'>;
  /** A text or a picture, whose actions are links. It does not become part of the conversation. */
  readonly message?: (MessageContent & { readonly role: 'appMaker' }) | undefined;
}

/** By what a user is found in a channel: what the type of the channel needs. */
export interface ChannelEntity {
  /** With `+` and the code of the country: `+1 212-555-2368`. Twilio, MessageBird, WhatsApp, Messenger. */
  readonly phoneNumber?: string | undefined;
  /** Mailgun. */
  readonly address?: string | undefined;
  /** Mailgun. Default: "New message from" and the name of the app. */
  readonly subject?: string | undefined;
  /** Messenger. */
  readonly givenName?: string | undefined;
  /** Messenger. */
  readonly surname?: string | undefined;
  /** Which integration, where the app has several of the type. */
  readonly integrationId?: string | undefined;
  /** Whether messages go there first from now on. Default `true`. */
  readonly primary?: boolean | undefined;
}

/** A channel to be linked to an app user. */
export interface ChannelLink extends ChannelEntity {
  readonly type: Open<'mailgun' | 'messagebird' | 'messenger' | 'twilio' | 'whatsapp'>;
  readonly confirmation: Confirmation;
}

/** A ticket, a room or a conversation in another system of the business, in which an app user is served. */
export interface BusinessSystem {
  readonly type: Open<'helpscout' | 'hipchat' | 'slack' | 'zendesk'>;
  /** Slack. */
  readonly channelId?: string;
  /** Zendesk. */
  readonly ticketId?: string;
  /** HipChat. */
  readonly roomId?: number;
  /** Help Scout. */
  readonly conversationId?: string;
}

/** The business systems in which an app user is served. */
export interface BusinessSystemsResponse {
  readonly businessSystems: readonly BusinessSystem[];
}

/** An address that links a channel to an app user when they open it. */
export interface LinkRequest {
  readonly integrationId: string;
  readonly type: string;
  /** Begins with `lr_`. */
  readonly code: string;
  readonly url: string;
}

/** An address for each integration that was asked for. */
export interface LinkRequestsResponse {
  readonly linkRequests: readonly LinkRequest[];
}
