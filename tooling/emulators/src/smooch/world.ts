import type { Clock } from '../frame/index.js';
import type { Service } from './service.js';
import { addClient, apiSource, sourceOf, type ClientInput } from './state/clients.js';
import { defaultSettings, emptyMenu } from './state/apps.js';
import { appendMessage, startConversation } from './state/conversations.js';
import { addKey } from './state/keys.js';
import { businessAuthor, userAuthor } from './state/authors.js';
import type { App, Key, OAuthClient, User } from './state/model/index.js';
import { createUser } from './state/users.js';

export interface World {
  readonly app: App;
  readonly appKey: Key;
  readonly accountKey: Key;
  /** A partner that can ask to be let into the app. */
  readonly oauthClient: OAuthClient;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Something that was said: by whom, how long ago, and what. */
type Line = readonly [by: 'user' | 'business', agoMs: number, text: string];

interface Person {
  readonly externalId: string | undefined;
  readonly profile: Partial<User['profile']>;
  readonly metadata: User['metadata'];
  readonly signedUpAgoMs: number;
  readonly client: (service: Service) => ClientInput;
  readonly lines: readonly Line[];
}

const people: readonly Person[] = [
  {
    externalId: 'nora.lindqvist@example.com',
    profile: { givenName: 'Nora', surname: 'Lindqvist', email: 'nora.lindqvist@example.com' },
    metadata: { plan: 'family', orders: 7 },
    signedUpAgoMs: 90 * day,
    client: (service) => ({
      type: 'messenger',
      channelId: service.ids.device(),
      displayName: 'Nora Lindqvist',
      avatarUrl: 'https://messenger.example/pictures/nora.jpg',
      info: { locale: 'sv_SE', timezone: 1 },
    }),
    lines: [
      ['user', 3 * hour, 'Hello! My tent arrived with a broken pole.'],
      ['business', 3 * hour - 4 * minute, 'Sorry to hear that, Nora. Which order is it?'],
      ['user', 3 * hour - 6 * minute, 'Number 48121'],
      ['business', 2 * hour, 'Thank you. A new pole is on its way and should be with you on Thursday.'],
    ],
  },
  {
    externalId: 'customer-2093',
    profile: { givenName: 'Tomás' },
    metadata: { plan: 'single' },
    signedUpAgoMs: 12 * day,
    client: (service) => ({
      type: 'ios',
      channelId: service.ids.device().toUpperCase(),
      appVersion: '3.4.1',
      pushNotificationToken: `push-${service.ids.device()}`,
      info: { appName: 'Trailhead', devicePlatform: 'iPhone14,5', os: 'iOS', osVersion: '17.2' },
    }),
    lines: [
      ['user', 26 * hour, 'Do you also rent out sleeping bags?'],
      ['business', 25 * hour, 'We do, from two nights on. Shall I reserve one for you?'],
    ],
  },
  {
    // Somebody who opened the chat on the web page and never said who they are.
    externalId: undefined,
    profile: {},
    metadata: {},
    signedUpAgoMs: 20 * minute,
    client: (service) => ({
      type: 'web',
      channelId: service.ids.device(),
      info: {
        browserLanguage: 'en-GB',
        currentTitle: 'Boots',
        currentUrl: 'https://trailhead.example/boots',
      },
    }),
    lines: [['user', 18 * minute, 'Are the leather boots waterproof?']],
  },
];

/** An outdoor shop with three customers who have written to it. */
export function seedWorld(service: Service): World {
  const app: App = {
    id: service.ids.object(),
    name: 'Trailhead Support',
    token: service.ids.appToken(),
    subdomain: 'trailhead',
    settings: { ...defaultSettings, useAnimalNames: true, multiConvoEnabled: true },
    metadata: {},
    menu: emptyMenu,
    serviceAccountId: undefined,
  };
  service.store.apps.set(app.id, app);
  const oauthClient: OAuthClient = {
    id: 'trailhead-helper',
    secret: service.ids.keySecret(),
    name: 'Trailhead Helper',
    redirectUri: 'https://helper.example/oauth/callback',
  };
  service.store.oauthClients.set(oauthClient.id, oauthClient);
  const appKey = addKey(service, { name: 'Main', appId: app.id });
  const accountKey = addKey(service, { name: 'Owner' });
  for (const person of people) seedPerson(service, app, person);
  return { app, appKey, accountKey, oauthClient };
}

function seedPerson(service: Service, app: App, person: Person): void {
  const now = service.clock.now();
  const { account } = service.store;
  const at = (agoMs: number): Service => ({ ...service, clock: standingClock(now - agoMs) });
  const { externalId, profile, metadata } = person;
  const user = createUser(at(person.signedUpAgoMs), app.id, { externalId, profile, metadata });
  const client = addClient(at(person.signedUpAgoMs), user, person.client(service));
  const channel = sourceOf(client);
  const began = Math.max(...person.lines.map(([, agoMs]) => agoMs));
  const conversation = startConversation(at(began), app, {
    type: 'personal',
    participants: [{ user, subscribeSDKClient: false }],
    reason: 'message',
    source: channel,
    client,
  });
  for (const [by, agoMs, text] of person.lines) {
    const isUser = by === 'user';
    if (isUser) client.lastSeen = now - agoMs;
    appendMessage(at(agoMs), conversation, {
      author: isUser
        ? userAuthor(service.store, user, {})
        : businessAuthor(account, app.id, { name: account.name }),
      content: { type: 'text', text, actions: [] },
      source: isUser ? channel : apiSource,
      metadata: undefined,
      payload: undefined,
    });
  }
}

/** The past, in which nothing waits. */
function standingClock(now: number): Clock {
  return { now: () => now, after: () => () => {} };
}
