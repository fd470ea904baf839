import { createEndUser, type EndUser } from './end-user.js';
import { isManualClock, type Faults } from '../frame/index.js';
import { createChannelControl, type ChannelControl, type LinkStep } from './channel-control.js';
import { addFailure, type Failure } from './failures.js';
import type { RateLimit, RateLimiter } from './rate-limit.js';
import type { Service } from './service.js';
import { defaultConversation, keptMessages } from './state/conversations.js';
import { addKey } from './state/keys.js';
import type { App, OAuthClient } from './state/model/index.js';
import { restoreSnapshot, takeSnapshot, type Snapshot } from './state/snapshots.js';
import { requireUser } from './state/users.js';
import type { SmoochSwitches } from './switches.js';
import { viewMessage } from './views/common/message.js';
import type { Wire } from './views/common/wire.js';
import type { Delivery, DeliveryEngine } from './webhooks/delivery-engine.js';
import type { Outlet, ReleaseOptions } from './webhooks/held-events.js';
import { writeByZendesk, type ZendeskMessage } from './zendesk-message.js';

/** How an app user is known: by the service, and perhaps by the business. */
export interface KnownUser {
  readonly _id: string;
  readonly userId: string | undefined;
}

export interface IssuedKey {
  readonly keyId: string;
  readonly secret: string;
}

/** What the Smooch emulator adds to the control: the people on the other side, the channels, the keys, and the webhooks. */
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
  /**
   * What Zendesk itself says in the conversation of an app user, and no call can: an agent, a bot that tells where it found its
   * answer, or the system that tells what happened. The answer is the message as v1.1 shows it.
   */
  writes(reference: string, message: ZendeskMessage): Wire;
  /** A channel, `messenger` for example, which reports what became of messages. */
  channel(type: string): ChannelControl;
  /** What comes of the link of a pending client: the channel finds whom it was asked for, the user agrees, or it fails. */
  link(clientId: string, step: LinkStep): void;
  /** Issues one more key of the app, or of the account. */
  addKey(scope?: 'app' | 'account'): IssuedKey;
  /** Deletes a key, and with it every token that it signed. */
  revokeKey(keyId: string): void;
  /** Spoils the next calls that match. The function returned takes it back. */
  fail(failure: Failure): () => void;
  /** Answers calls beyond this many a minute with 429 and `Retry-After`; undefined lifts the limit. */
  rateLimit(limit: RateLimit | undefined): void;
  /** Moves the clock, which must be one that can be moved. */
  advance(ms: number): Promise<void>;
  /** What is switched how. */
  readonly switches: Readonly<SmoochSwitches>;
  /** Switches, and leaves what is not named. */
  configure(changes: Partial<SmoochSwitches>): void;
  /** Every attempt so far to tell a webhook of an event, in the order in which they ended. */
  deliveries(): readonly Delivery[];
  /** Tells a webhook once more what it was told under this id. */
  redeliver(deliveryId: string): void;
  /** Holds back what webhooks are to be told from now on, until `releaseEvents`. */
  holdEvents(): void;
  releaseEvents(options?: ReleaseOptions): void;
  /** Resolves when no webhook is being told of anything. A retry that waits for its time does not count: move the clock. */
  flush(): Promise<void>;
  /** Remembers what everything is like now: users, conversations, keys, webhooks, switches. */
  snapshot(): Snapshot;
  /** Makes everything what it was. What still waits to be sent to webhooks is taken back. */
  restore(snapshot: Snapshot): void;
}

export interface ControlParts {
  readonly app: App;
  readonly accountKey: IssuedKey;
  readonly oauthClient: OAuthClient;
  readonly limiter: RateLimiter;
  readonly engine: DeliveryEngine;
  readonly outlet: Outlet;
  readonly faults: Faults;
}

export function createSmoochControl(service: Service, parts: ControlParts): SmoochControl {
  const { store, switches, clock } = service;
  const { accountKey, oauthClient, limiter, engine, outlet, faults } = parts;
  // The app may have been put back by `restore` and so be another object by now.
  const app = (): App => store.apps.get(parts.app.id) ?? parts.app;
  const channels = createChannelControl(service, app);
  return {
    accountKey,
    oauthClient,
    users: () => [...store.users.values()].map(({ id, externalId }) => ({ _id: id, userId: externalId })),
    user: (reference) => createEndUser(service, app(), requireUser(store, parts.app.id, reference)),
    messages(reference) {
      const conversation = defaultConversation(store, requireUser(store, parts.app.id, reference));
      return conversation === undefined ? [] : keptMessages(conversation).map(viewMessage);
    },
    writes: (reference, message) =>
      writeByZendesk(service, app(), requireUser(store, parts.app.id, reference), message),
    channel: (type) => channels.channel(type),
    link: (clientId, step) => channels.link(clientId, step),
    addKey(scope = 'app') {
      const { id, secret } = addKey(service, scope === 'app' ? { appId: parts.app.id } : {});
      return { keyId: id, secret };
    },
    revokeKey(keyId) {
      if (!store.keys.delete(keyId)) throw new Error(`There is no key ${keyId}.`);
    },
    fail: (failure) => addFailure(faults, failure),
    rateLimit: (limit) => limiter.set(limit),
    async advance(ms) {
      if (!isManualClock(clock)) {
        throw new Error('This emulator runs on the time of the system, which cannot be moved.');
      }
      await clock.advance(ms);
    },
    switches,
    configure(changes) {
      Object.assign(switches, changes);
    },
    deliveries: () => [...engine.deliveries],
    redeliver: (deliveryId) => engine.redeliver(deliveryId),
    holdEvents: () => outlet.hold(),
    releaseEvents: (options) => outlet.release(options),
    flush: () => engine.settled(),
    snapshot: () => takeSnapshot(service),
    restore: (snapshot) => restoreSnapshot(service, snapshot),
  };
}
