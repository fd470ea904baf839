import { createEndUser, type EndUser } from './end-user.js';
import type { RateLimit, RateLimiter } from './rate-limit.js';
import type { Service } from './service.js';
import { defaultConversation } from './state/conversations.js';
import { addKey } from './state/keys.js';
import type { App, OAuthClient } from './state/model/index.js';
import { requireUser } from './state/users.js';
import type { SmoochSwitches } from './switches.js';
import { viewMessage } from './views/common/message.js';
import type { Wire } from './views/common/wire.js';
import type { Delivery, DeliveryEngine } from './webhooks/delivery-engine.js';

/** How an app user is known: by the service, and perhaps by the business. */
export interface KnownUser {
  readonly _id: string;
  readonly userId: string | undefined;
}

export interface IssuedKey {
  readonly keyId: string;
  readonly secret: string;
}

/** What the Smooch emulator adds to the control: the people on the other side, the keys, and the webhooks. */
export interface SmoochControl {
  /** A key of the account. It reaches the same app, by the long paths. */
  readonly accountKey: IssuedKey;
  /** A partner that can ask to be let into the app by OAuth. */
  readonly oauthClient: OAuthClient;
  /** All app users, the seeded ones first. */
  users(): readonly KnownUser[];
  /** The person behind an app user, named by `_id` or `userId`, who acts on a channel of their own. */
  user(reference: string): EndUser;
  /** The conversation of an app user as v1.1 shows it, oldest message first. */
  messages(reference: string): readonly Wire[];
  /** Issues one more key of the app, or of the account. */
  addKey(scope?: 'app' | 'account'): IssuedKey;
  /** Deletes a key, and with it every token that it signed. */
  revokeKey(keyId: string): void;
  /** Answers calls beyond this many a minute with 429 and `Retry-After`; undefined lifts the limit. */
  rateLimit(limit: RateLimit | undefined): void;
  /** What is switched how. */
  readonly switches: Readonly<SmoochSwitches>;
  /** Switches, and leaves what is not named. */
  configure(changes: Partial<SmoochSwitches>): void;
  /** Every attempt so far to tell a webhook of an event, in the order in which they ended. */
  deliveries(): readonly Delivery[];
  /** Resolves when no webhook is being told of anything. A retry that waits for its time does not count: move the clock. */
  flush(): Promise<void>;
}

export interface ControlParts {
  readonly app: App;
  readonly accountKey: IssuedKey;
  readonly oauthClient: OAuthClient;
  readonly limiter: RateLimiter;
  readonly engine: DeliveryEngine;
}

export function createSmoochControl(service: Service, parts: ControlParts): SmoochControl {
  const { store } = service;
  const { app, accountKey, oauthClient, limiter, engine } = parts;
  return {
    accountKey,
    oauthClient,
    users: () => [...store.users.values()].map(({ id, externalId }) => ({ _id: id, userId: externalId })),
    user: (reference) => createEndUser(service, app, requireUser(store, app.id, reference)),
    messages(reference) {
      const conversation = defaultConversation(store, requireUser(store, app.id, reference));
      return conversation?.messages.map(viewMessage) ?? [];
    },
    addKey(scope = 'app') {
      const { id, secret } = addKey(service, scope === 'app' ? { appId: app.id } : {});
      return { keyId: id, secret };
    },
    revokeKey(keyId) {
      if (!store.keys.delete(keyId)) throw new Error(`There is no key ${keyId}.`);
    },
    rateLimit: (limit) => limiter.set(limit),
    switches: service.switches,
    configure(changes) {
      Object.assign(service.switches, changes);
    },
    deliveries: () => [...engine.deliveries],
    flush: () => engine.settled(),
  };
}
