import type { Menu } from './menu.js';
import type { Metadata } from './values.js';

export interface Account {
  readonly id: string;
  readonly name: string;
}

export interface AppSettings {
  readonly conversationRetentionSeconds: number;
  readonly maskCreditCardNumbers: boolean;
  /** Whether nameless users are called by the name of an animal. */
  readonly useAnimalNames: boolean;
  readonly echoPostback: boolean;
  readonly ignoreAutoConversationStart: boolean;
  readonly multiConvoEnabled: boolean;
  readonly appLocalizationEnabled: boolean;
  readonly endSessionEnabled: boolean;
  readonly disableConversationReopen: boolean;
  /** Who may fetch files; only the older versions know this. */
  readonly attachmentsAccess: 'public' | 'private';
}

export interface App {
  readonly id: string;
  name: string;
  readonly token: string;
  readonly subdomain: string;
  settings: AppSettings;
  metadata: Metadata;
  menu: Menu;
  /** The service account that made it; undefined when the owner of the account did. */
  readonly serviceAccountId: string | undefined;
}

/** Somebody in the account who may do everything but manage those like them. */
export interface ServiceAccount {
  readonly id: string;
  name: string;
}

export type KeyScope = 'account' | 'app' | 'integration';

export interface Key {
  readonly id: string;
  readonly secret: string;
  readonly scope: KeyScope;
  readonly name: string;
  /** The app of an app key or an integration key; undefined for a key of the account. */
  readonly appId: string | undefined;
  readonly integrationId: string | undefined;
  readonly serviceAccountId: string | undefined;
}
