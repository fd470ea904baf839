import type {
  Account,
  App,
  Attachment,
  Conversation,
  Deployment,
  Integration,
  Key,
  OAuthClient,
  OAuthCode,
  ServiceAccount,
  Switchboard,
  SwitchboardIntegration,
  Template,
  User,
  Webhook,
} from './model/index.js';

/** Everything that the service remembers. Maps are keyed by id and keep the order in which things were made. */
export interface Store {
  readonly account: Account;
  readonly serviceAccounts: Map<string, ServiceAccount>;
  readonly apps: Map<string, App>;
  readonly keys: Map<string, Key>;
  readonly users: Map<string, User>;
  readonly conversations: Map<string, Conversation>;
  /** By the path of the address. */
  readonly attachments: Map<string, Attachment>;
  readonly webhooks: Map<string, Webhook>;
  readonly integrations: Map<string, Integration>;
  readonly switchboards: Map<string, Switchboard>;
  readonly switchboardIntegrations: Map<string, SwitchboardIntegration>;
  readonly templates: Map<string, Template>;
  readonly deployments: Map<string, Deployment>;
  readonly oauthClients: Map<string, OAuthClient>;
  readonly oauthCodes: Map<string, OAuthCode>;
}

export function createStore(account: Account): Store {
  return {
    account,
    serviceAccounts: new Map(),
    apps: new Map(),
    keys: new Map(),
    users: new Map(),
    conversations: new Map(),
    attachments: new Map(),
    webhooks: new Map(),
    integrations: new Map(),
    switchboards: new Map(),
    switchboardIntegrations: new Map(),
    templates: new Map(),
    deployments: new Map(),
    oauthClients: new Map(),
    oauthCodes: new Map(),
  };
}
