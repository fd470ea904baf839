import type { Metadata, MetadataChange } from '../../types/open.js';

/** How an app behaves. */
export interface AppSettings {
  /** After how many seconds of silence a conversation is deleted. 0: never. */
  readonly conversationRetentionSeconds?: number | undefined;
  readonly maskCreditCardNumbers?: boolean | undefined;
  /** Whether users without a name are named after an animal and a colour. */
  readonly useAnimalNames?: boolean | undefined;
  /** Whether a press of a postback button is a message, too. */
  readonly echoPostback?: boolean | undefined;
  readonly ignoreAutoConversationStart?: boolean | undefined;
  /** Whether users can have more than one conversation. It cannot be taken back. */
  readonly multiConvoEnabled?: boolean | undefined;
  readonly appLocalizationEnabled?: boolean | undefined;
  readonly endSessionEnabled?: boolean | undefined;
  readonly disableConversationReopen?: boolean | undefined;
}

/** An app: users, conversations and integrations that belong together. */
export interface App {
  readonly id: string;
  readonly displayName?: string | null;
  /** Of the account at Zendesk. It comes with one app alone. */
  readonly subdomain?: string;
  readonly settings?: AppSettings;
  readonly metadata?: Metadata | null;
}

/** An app to be made. */
export interface AppCreateBody {
  /** 1 to 100 characters. */
  readonly displayName: string;
  readonly settings?: AppSettings | undefined;
  readonly metadata?: Metadata | null | undefined;
}

/** What is to change of an app. What is left out stays. */
export interface AppUpdateBody {
  readonly displayName?: string | null | undefined;
  readonly settings?: AppSettings | undefined;
  readonly metadata?: MetadataChange | null | undefined;
}

/** The answer that has an app. */
export interface AppResponse {
  readonly app: App;
}
