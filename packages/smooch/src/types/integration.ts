import type { Open } from './open.js';
import type { PageFacts } from './page.js';

interface Named {
  readonly displayName?: string | undefined;
}

/** Facebook Messenger, and Instagram. */
export interface MessengerIntegrationContent extends Named {
  readonly type: 'instagram' | 'messenger';
  readonly pageAccessToken: string;
  readonly appId: string;
  readonly appSecret: string;
}

/** SMS by Twilio. */
export interface TwilioIntegrationContent extends Named {
  readonly type: 'twilio';
  readonly accountSid: string;
  readonly authToken: string;
  readonly phoneNumberSid: string;
}

/** SMS by MessageBird. */
export interface MessageBirdIntegrationContent extends Named {
  readonly type: 'messagebird';
  readonly accessKey: string;
  readonly originator: string;
  readonly signingKey?: string | undefined;
}

/** Telegram, and Viber. */
export interface TokenIntegrationContent extends Named {
  readonly type: 'telegram' | 'viber';
  readonly token: string;
}

/** LINE. */
export interface LineIntegrationContent extends Named {
  readonly type: 'line';
  readonly channelId?: string | undefined;
  readonly channelSecret?: string | undefined;
  readonly channelAccessToken?: string | undefined;
  readonly serviceCode?: string | undefined;
  readonly switcherSecret?: string | undefined;
  readonly qrCodeUrl?: string | undefined;
}

/** WeChat. */
export interface WeChatIntegrationContent extends Named {
  readonly type: 'wechat';
  readonly appId: string;
  readonly appSecret: string;
  readonly encodingAesKey?: string | undefined;
  readonly accessTokenUrl?: string | undefined;
}

/** WhatsApp: a deployment, or in the old way the address of a client and who may use it. */
export interface WhatsAppIntegrationContent extends Named {
  readonly type: 'whatsapp';
  readonly deploymentId?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly hsmFallbackLanguage?: string | undefined;
}

/** Direct messages of Twitter. */
export interface TwitterIntegrationContent extends Named {
  readonly type: 'twitter';
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly accessTokenKey: string;
  readonly accessTokenSecret: string;
  readonly tier?: 'enterprise' | 'premium' | undefined;
  readonly envName?: string | undefined;
}

/** E-mail by Mailgun. */
export interface MailgunIntegrationContent extends Named {
  readonly type: 'mailgun';
  readonly apiKey: string;
  readonly domain: string;
  readonly incomingAddress: string;
  readonly hideUnsubscribeLink?: boolean | undefined;
  readonly fromAddress?: string | undefined;
}

/** Messages for Business of Apple. */
export interface AppleIntegrationContent extends Named {
  readonly type: 'apple';
  readonly businessId: string;
  readonly apiSecret: string;
  readonly mspId: string;
}

/** Pushes to Android. */
export interface FcmIntegrationContent extends Named {
  readonly type: 'fcm';
  readonly serverKey: string;
  readonly senderId: string;
}

/** Pushes to iOS. */
export interface ApnIntegrationContent extends Named {
  readonly type: 'apn';
  /** In base64. */
  readonly certificate: string;
  readonly password?: string | undefined;
  readonly autoUpdateBadge?: boolean | undefined;
  readonly production?: boolean | undefined;
}

/** How the web messenger looks; `null` takes a setting back. */
export interface WebSettings {
  /** Six hexadecimal digits. Default `65758e`. */
  readonly brandColor?: string | null | undefined;
  /** Six hexadecimal digits. Default `0099ff`. */
  readonly conversationColor?: string | null | undefined;
  /** Six hexadecimal digits. Default `0099ff`. */
  readonly actionColor?: string | null | undefined;
  /** Default `button`. */
  readonly displayStyle?: 'button' | 'tab' | null | undefined;
  readonly businessName?: string | null | undefined;
  readonly businessIconUrl?: string | null | undefined;
  readonly buttonIconUrl?: string | null | undefined;
  readonly buttonWidth?: string | null | undefined;
  readonly buttonHeight?: string | null | undefined;
  /** Ids of other integrations, in the order in which they are offered. */
  readonly integrationOrder?: readonly string[] | null | undefined;
  readonly fixedIntroPane?: boolean | null | undefined;
  readonly backgroundImageUrl?: string | null | undefined;
  /** On which pages it may be. */
  readonly originWhitelist?: readonly string[] | null | undefined;
}

/** The web messenger. */
export interface WebIntegrationContent extends Named, WebSettings {
  readonly type: 'web';
}

/** The SDKs for phones. */
export interface PhoneIntegrationContent extends Named {
  readonly type: 'android' | 'ios';
}

/** A channel to be connected to an app. Its `type` tells what it needs. */
export type IntegrationContent =
  | MessengerIntegrationContent
  | TwilioIntegrationContent
  | MessageBirdIntegrationContent
  | TokenIntegrationContent
  | LineIntegrationContent
  | WeChatIntegrationContent
  | WhatsAppIntegrationContent
  | TwitterIntegrationContent
  | MailgunIntegrationContent
  | AppleIntegrationContent
  | FcmIntegrationContent
  | ApnIntegrationContent
  | WebIntegrationContent
  | PhoneIntegrationContent;

/** What can be changed of an integration, by the type that it is of. */
export interface IntegrationChanges extends Named, WebSettings {
  /** LINE. */
  readonly channelId?: string | undefined;
  /** LINE. */
  readonly channelSecret?: string | undefined;
  /** LINE. */
  readonly serviceCode?: string | undefined;
  /** LINE. */
  readonly switcherSecret?: string | undefined;
  /** LINE. */
  readonly qrCodeUrl?: string | undefined;
  /** WhatsApp. */
  readonly hsmFallbackLanguage?: string | undefined;
  /** Mailgun. */
  readonly hideUnsubscribeLink?: boolean | undefined;
  /** Mailgun. */
  readonly fromAddress?: string | undefined;
  /** Pushes to iOS. */
  readonly production?: boolean | undefined;
}

/** A channel that is connected to an app, with what its type has. Secrets are not shown. */
export interface Integration {
  readonly _id: string;
  readonly type: Open<IntegrationContent['type']>;
  readonly displayName?: string;
  readonly status?: Open<'active' | 'error' | 'inactive'>;
  /** What is wrong with it. */
  readonly error?: unknown;
  /** What the channel calls it: `pageId`, `phoneNumber`, `username`, `uri`, …, and its settings. */
  readonly [field: string]: unknown;
}

/** An integration, in the envelope of the service. */
export interface IntegrationResponse {
  readonly integration: Integration;
}

/** A page of the integrations of an app. */
export interface IntegrationsPage extends PageFacts {
  readonly integrations: readonly Integration[];
}
