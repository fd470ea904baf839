import type { Open, Undocumented } from '../../types/open.js';
import type { FormField } from './content.js';
import type { Webhook } from './webhook.js';

interface IntegrationBase {
  readonly id: string;
  readonly status?: Open<'active' | 'inactive' | 'error'>;
  readonly displayName?: string | null;
}

/** Who answers what comes in by a channel, unless the switchboard's default does. */
export interface DefaultResponder {
  readonly id?: string;
  readonly name?: string;
  readonly integrationId?: string;
  readonly integrationType?: string;
  readonly deliverStandbyEvents?: boolean;
  readonly nextSwitchboardIntegrationId?: string | null;
  readonly messageHistoryCount?: number | null;
  /** Whether it is that of the switchboard. */
  readonly inherited?: boolean;
}

interface ChannelBase extends IntegrationBase {
  readonly defaultResponder?: DefaultResponder | null;
  readonly showAIDisclaimer?: boolean;
}

interface SdkBase extends ChannelBase {
  readonly canUserSeeConversationList?: boolean;
  readonly canUserCreateMoreConversations?: boolean;
  readonly attachmentsEnabled?: boolean;
}

/** The service's SDK for Android. */
export interface AndroidIntegration extends SdkBase {
  readonly type: 'android';
  readonly senderId?: string | null;
}

/** Apple Messages for Business. */
export interface AppleIntegration extends ChannelBase {
  readonly type: 'apple';
  readonly businessId: string;
  readonly mspId: string;
  readonly authenticationMessageSecret?: string;
}

/** A program of yours. */
export interface CustomIntegration extends IntegrationBase {
  readonly type: 'custom';
  readonly webhooks?: readonly Webhook[];
}

/** Direct messages of Instagram. */
export interface InstagramIntegration extends ChannelBase {
  readonly type: 'instagram';
  readonly appId?: string;
  readonly businessName?: string;
  readonly businessUsername?: string;
  readonly pageId?: string;
  readonly businessId?: string;
  readonly username?: string;
  readonly userId?: string;
  readonly storyRepliesEnabled?: boolean;
  readonly storyMentionsEnabled?: boolean;
}

/** The service's SDK for iOS. */
export interface IosIntegration extends SdkBase {
  readonly type: 'ios';
  readonly production?: boolean;
  readonly autoUpdateBadge?: boolean;
}

/** LINE. */
export interface LineIntegration extends ChannelBase {
  readonly type: 'line';
  readonly channelId?: string;
  readonly channelSecret?: string;
  readonly channelAccessToken?: string;
  readonly serviceCode?: string;
  readonly switcherSecret?: string;
  readonly qrCodeUrl?: string;
  readonly lineId?: string;
}

/** Mail by Mailgun. */
export interface MailgunIntegration extends ChannelBase {
  readonly type: 'mailgun';
  readonly domain: string;
  readonly incomingAddress: string;
  readonly signingKey?: string;
  readonly hideUnsubscribeLink?: boolean;
  readonly fromAddress?: string | null;
}

/** SMS by MessageBird. */
export interface MessageBirdIntegration extends ChannelBase {
  readonly type: 'messagebird';
  readonly originator: string;
  /** What MessageBird has to be told. */
  readonly webhookSecret?: string;
}

/** Facebook Messenger. */
export interface MessengerIntegration extends ChannelBase {
  readonly type: 'messenger';
  readonly appId?: string;
  readonly pageId?: number | string;
  readonly pageName?: string;
}

/** Telegram. */
export interface TelegramIntegration extends ChannelBase {
  readonly type: 'telegram';
  readonly username?: string;
  readonly botId?: string;
}

/** SMS and MMS by Twilio. */
export interface TwilioIntegration extends ChannelBase {
  readonly type: 'twilio';
  readonly accountSid: string;
  readonly phoneNumberSid?: string;
  readonly messagingServiceSid?: string;
}

/** Direct messages of Twitter. */
export interface TwitterIntegration extends ChannelBase {
  readonly type: 'twitter';
  readonly tier?: Open<'enterprise'>;
  readonly envName?: string;
}

/** The service's SDK for Unity. */
export interface UnityIntegration extends SdkBase {
  readonly type: 'unity';
}

/** Viber. */
export interface ViberIntegration extends ChannelBase {
  readonly type: 'viber';
  readonly uri?: string;
  readonly accountId?: string;
}

/** What people are asked before they can write. */
export interface PrechatCapture {
  readonly avatarUrl?: string | undefined;
  readonly enabled?: boolean | undefined;
  readonly enableEmailLinking?: boolean | undefined;
  readonly fields?: readonly FormField[] | undefined;
}

/** How the chat in a page looks, and where it may be. Colours are hexadecimal, without `#`. */
export interface WebAppearance {
  readonly brandColor?: string | undefined;
  readonly fixedIntroPane?: boolean | undefined;
  readonly conversationColor?: string | undefined;
  readonly actionColor?: string | undefined;
  readonly displayStyle?: Open<'button' | 'tab'> | undefined;
  readonly buttonIconUrl?: string | null | undefined;
  /** In pixels. */
  readonly buttonWidth?: string | undefined;
  /** In pixels. */
  readonly buttonHeight?: string | undefined;
  /** In which order other channels are offered, by the ids of their integrations. */
  readonly integrationOrder?: readonly string[] | null | undefined;
  readonly businessName?: string | undefined;
  readonly businessIconUrl?: string | undefined;
  readonly backgroundImageUrl?: string | undefined;
  /** The pages that may have it. */
  readonly originWhitelist?: readonly string[] | null | undefined;
  readonly prechatCapture?: PrechatCapture | undefined;
}

/** The chat in a page. */
export interface WebIntegration extends SdkBase, WebAppearance {
  readonly type: 'web';
}

/** WhatsApp. */
export interface WhatsAppIntegration extends ChannelBase {
  readonly type: 'whatsapp';
  readonly hsmFallbackLanguage?: string | null;
  readonly accountId?: string | null;
  readonly accountManagementAccessToken?: string | null;
  readonly phoneNumber?: string | null;
}

/** An integration of a type that no document describes, with all that came. */
export interface OtherIntegration extends IntegrationBase {
  readonly type: Undocumented;
  readonly [field: string]: unknown;
}

/** What connects an app with a channel, or with a program of yours. Its `type` tells what it has. */
export type Integration =
  | AndroidIntegration
  | AppleIntegration
  | CustomIntegration
  | InstagramIntegration
  | IosIntegration
  | LineIntegration
  | MailgunIntegration
  | MessageBirdIntegration
  | MessengerIntegration
  | TelegramIntegration
  | TwilioIntegration
  | TwitterIntegration
  | UnityIntegration
  | ViberIntegration
  | WebIntegration
  | WhatsAppIntegration
  | OtherIntegration;

/** The types of integrations that are documented. */
export type IntegrationType = Exclude<Integration['type'], Undocumented>;

/** The answer that has an integration. */
export interface IntegrationResponse {
  readonly integration: Integration;
}
