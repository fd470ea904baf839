import type { WebAppearance } from './integration.js';
import type { WebhookCreateBody } from './webhook.js';

interface Named {
  /** 1 to 100 characters. */
  readonly displayName?: string | null | undefined;
}

interface Channel extends Named {
  /** Who answers what comes in by it: the id of a switchboard integration. */
  readonly defaultResponderId?: string | null | undefined;
  /** Default `true`. */
  readonly showAIDisclaimer?: boolean | undefined;
}

interface Sdk extends Channel {
  readonly canUserSeeConversationList?: boolean | undefined;
  readonly canUserCreateMoreConversations?: boolean | undefined;
}

/** How push messages reach Android: by an account of Firebase. */
interface AndroidFields extends Sdk {
  readonly projectId?: string | null | undefined;
  readonly clientEmail?: string | null | undefined;
  readonly privateKey?: string | null | undefined;
  /** No longer of use, as Firebase has it. */
  readonly serverKey?: string | null | undefined;
  /** No longer of use, as Firebase has it. */
  readonly senderId?: string | null | undefined;
}

/** How push messages reach iOS. */
interface IosFields extends Sdk {
  /** PKCS #12, as Base64. */
  readonly certificate?: string | null | undefined;
  readonly password?: string | undefined;
  readonly production?: boolean | undefined;
  readonly autoUpdateBadge?: boolean | undefined;
}

interface WhatsAppFields extends Channel {
  readonly hsmFallbackLanguage?: string | null | undefined;
  readonly accountId?: string | null | undefined;
  readonly accountManagementAccessToken?: string | null | undefined;
}

interface MailgunChanges extends Channel {
  readonly hideUnsubscribeLink?: boolean | undefined;
  readonly fromAddress?: string | null | undefined;
}

interface StorySettings {
  readonly storyRepliesEnabled?: boolean | undefined;
  readonly storyMentionsEnabled?: boolean | undefined;
}

/** What integrations of each type need to be made. */
interface CreateBodies {
  readonly android: AndroidFields;
  readonly apple: Channel & {
    readonly businessId: string;
    readonly apiSecret: string;
    readonly mspId: string;
    /** At least 88 characters. */
    readonly authenticationMessageSecret?: string | undefined;
  };
  readonly custom: Named & {
    /** Exactly one; more are made with `webhooks`. */
    readonly webhooks: readonly [WebhookCreateBody];
  };
  readonly instagram: Channel &
    StorySettings & {
      readonly pageAccessToken: string | null;
      readonly appId: string;
      readonly appSecret: string | null;
    };
  readonly ios: IosFields;
  readonly line: Channel & {
    readonly channelId?: string | undefined;
    readonly channelSecret?: string | undefined;
    readonly channelAccessToken?: string | undefined;
    readonly serviceCode?: string | undefined;
    readonly switcherSecret?: string | undefined;
    readonly qrCodeUrl?: string | undefined;
  };
  readonly mailgun: MailgunChanges & {
    readonly apiKey: string | null;
    readonly domain: string;
    readonly incomingAddress: string;
    readonly signingKey?: string | undefined;
  };
  readonly messagebird: Channel & {
    readonly accessKey: string | null;
    readonly signingKey: string | null;
    readonly originator: string;
  };
  readonly messenger: Channel & {
    readonly pageAccessToken: string | null;
    readonly appId: string;
    readonly appSecret: string | null;
    readonly pageId?: number | undefined;
    readonly pageName?: string | undefined;
  };
  readonly telegram: Channel & { readonly token: string | null };
  readonly twilio: Channel & {
    readonly accountSid: string;
    readonly authToken: string | null;
    readonly phoneNumberSid?: string | undefined;
    readonly messagingServiceSid?: string | undefined;
  };
  readonly twitter: Channel & {
    readonly tier: 'enterprise';
    readonly consumerKey: string;
    readonly consumerSecret: string | null;
    readonly accessTokenKey: string;
    readonly accessTokenSecret: string | null;
  };
  readonly unity: Sdk;
  readonly viber: Channel & { readonly token: string | null };
  readonly web: Sdk & WebAppearance;
  readonly whatsapp: WhatsAppFields;
}

/** An integration to be made. Its `type` tells what it needs. */
export type IntegrationCreateBody = {
  [Type in keyof CreateBodies]: { readonly type: Type } & CreateBodies[Type];
}[keyof CreateBodies];

/** What can change of integrations of each type. The type itself is not sent. */
export interface IntegrationUpdateBodies {
  readonly android: AndroidFields;
  readonly apple: Channel & { readonly authenticationMessageSecret?: string | undefined };
  readonly custom: Named;
  readonly instagram: Channel & StorySettings & { readonly pageAccessToken?: string | undefined };
  readonly ios: IosFields;
  readonly line: Channel;
  readonly mailgun: MailgunChanges;
  readonly messagebird: Channel;
  readonly messenger: Channel & { readonly pageAccessToken?: string | undefined };
  readonly telegram: Channel;
  readonly twilio: Channel;
  readonly twitter: Channel;
  readonly unity: Sdk;
  readonly viber: Channel;
  readonly web: Sdk & WebAppearance;
  readonly whatsapp: WhatsAppFields;
}

/** What is to change of an integration. What is left out stays. */
export type IntegrationUpdateBody = IntegrationUpdateBodies[keyof IntegrationUpdateBodies];
