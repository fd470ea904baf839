import type { Account, App, Attachment, Conversation, Key, User, Webhook } from './model.js';

/** Everything that the service remembers. Maps are keyed by id and keep the order in which things were made. */
export interface Store {
  readonly account: Account;
  readonly apps: Map<string, App>;
  readonly keys: Map<string, Key>;
  readonly users: Map<string, User>;
  readonly conversations: Map<string, Conversation>;
  /** By the path of the address. */
  readonly attachments: Map<string, Attachment>;
  readonly webhooks: Map<string, Webhook>;
}

export function createStore(account: Account): Store {
  return {
    account,
    apps: new Map(),
    keys: new Map(),
    users: new Map(),
    conversations: new Map(),
    attachments: new Map(),
    webhooks: new Map(),
  };
}
