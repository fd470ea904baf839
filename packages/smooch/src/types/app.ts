import type { Metadata, Open } from './open.js';
import type { PageFacts } from './page.js';

/** How an app behaves. */
export interface AppSettings {
  readonly maskCreditCardNumbers?: boolean | undefined;
  /** Whether users without a name are called by an animal. */
  readonly useAnimalNames?: boolean | undefined;
  /** How long conversations are kept, in seconds. */
  readonly conversationRetentionSeconds?: number | undefined;
  /** Whether a postback becomes a message, too. */
  readonly echoPostback?: boolean | undefined;
  readonly ignoreAutoConversationStart?: boolean | undefined;
  /** v1.1 only: whether whoever knows the address of a file can fetch it, or only who has a token for it. */
  readonly attachmentsAccess?: Open<'private' | 'public'> | undefined;
}

/** What can be told of an app. */
export interface AppContent {
  readonly name: string;
  readonly settings?: AppSettings | undefined;
  /** v1.1 only. */
  readonly metadata?: Metadata | undefined;
}

/** An app, to which users, conversations and integrations belong. */
export interface App {
  readonly _id: string;
  readonly appToken: string;
  readonly name: string;
  readonly settings?: AppSettings;
  readonly metadata?: Metadata;
}

/** An app, in the envelope of the service. */
export interface AppResponse {
  readonly app: App;
}

/** A page of the apps of an account. */
export interface AppsPage extends PageFacts {
  readonly apps: readonly App[];
}

/** What the SDKs of an app are told. */
export interface SdkIds {
  readonly androidIntegrationId: string;
  readonly iosIntegrationId: string;
  readonly webIntegrationId: string;
}
