import { issueToken } from '../auth/issue-token.js';
import type { Ids } from '../ids.js';
import type { Service } from '../service.js';
import type { App, Conversation, Team, Token, User } from '../state/model.js';
import type { Store } from '../state/store.js';
import { seedChannels } from './seed-channels.js';
import { seedUsers } from './seed-users.js';

/** What a client has to be told of the seeded workspace. */
export interface World {
  readonly channel: Conversation;
  readonly otherChannel: Conversation;
  readonly person: User;
  readonly bot: User;
  readonly botToken: Token;
  readonly userToken: Token;
  readonly appToken: Token;
  readonly granularBotToken: Token;
}

export function createTeam(ids: Ids): Team {
  return {
    id: ids.object('T'),
    name: 'Contour Maps',
    domain: 'contour-maps',
    emailDomain: 'contour-maps.example',
  };
}

/** A studio of five, two bots, a few channels with something in them, and a token of each kind. */
export function seedWorld(service: Service): World {
  const classic = addApp(service, 'Compass', true);
  const granular = addApp(service, 'Surveyor', false);
  const users = seedUsers(service, { classic, granular });
  const { general, random } = seedChannels(service, users);
  const { bot, granularBot } = users;
  const person = users.people.ines;
  return {
    channel: general,
    otherChannel: random,
    person,
    bot,
    botToken: issueToken(service, { kind: 'bot', app: classic, userId: bot.id }),
    userToken: issueToken(service, { kind: 'user', app: classic, userId: person.id }),
    appToken: issueToken(service, { kind: 'app', app: granular }),
    granularBotToken: issueToken(service, { kind: 'bot', app: granular, userId: granularBot.id }),
  };
}

function addApp(service: { readonly ids: Ids; readonly store: Store }, name: string, classic: boolean): App {
  const app: App = { id: service.ids.object('A'), name, classic };
  service.store.apps.set(app.id, app);
  return app;
}
