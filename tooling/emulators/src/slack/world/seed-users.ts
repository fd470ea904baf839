import type { Service } from '../service.js';
import type { App, User } from '../state/model.js';
import { botZone, people, type Person, type PersonName } from './people.js';

type Parts = Pick<Service, 'clock' | 'ids' | 'store'>;

const longAgoMs = 200 * 86_400_000;

/** Who is in the workspace. */
export interface SeededUsers {
  readonly people: Readonly<Record<PersonName, User>>;
  /** The bot of a classic app, for which RTM works. */
  readonly bot: User;
  /** The bot of an app with granular scopes, for which it does not. */
  readonly granularBot: User;
}

export function seedUsers(
  parts: Parts,
  apps: { readonly classic: App; readonly granular: App },
): SeededUsers {
  addSlackbot(parts);
  return {
    people: {
      ines: addPerson(parts, people.ines),
      tom: addPerson(parts, people.tom),
      farah: addPerson(parts, people.farah),
      walt: addPerson(parts, people.walt),
      olga: addPerson(parts, people.olga),
    },
    bot: addBot(parts, apps.classic, 'compass', 'Compass'),
    granularBot: addBot(parts, apps.granular, 'surveyor', 'Surveyor'),
  };
}

/** Adds somebody to the workspace, of whom nobody is told. */
export function addPerson(
  parts: Parts,
  { role = 'member', deleted = false, presence = 'away', ...person }: Person,
): User {
  return addUser(parts, {
    ...person,
    id: parts.ids.object('U'),
    role,
    deleted,
    presence,
    email: `${person.name}@${parts.store.team.emailDomain}`,
    botId: undefined,
    updated: longAgo(parts),
  });
}

/** Adds a bot and the user that it acts as, of whom nobody is told. */
export function addBot(parts: Parts, app: App, name: string, realName: string): User {
  const updated = longAgo(parts);
  const userId = parts.ids.object('U');
  const bot = { id: parts.ids.object('B'), appId: app.id, userId, name, updated };
  parts.store.bots.set(bot.id, bot);
  return addUser(parts, {
    id: userId,
    name,
    realName,
    displayName: '',
    title: '',
    color: 'e0a729',
    zone: botZone,
    role: 'member',
    deleted: false,
    presence: 'away',
    email: undefined,
    botId: bot.id,
    updated,
  });
}

/** The service's own, who has a fixed id and is counted as a person. */
function addSlackbot(parts: Parts): User {
  return addUser(parts, {
    id: 'USLACKBOT',
    name: 'slackbot',
    realName: 'Slackbot',
    displayName: 'Slackbot',
    title: '',
    color: '757575',
    zone: botZone,
    role: 'member',
    deleted: false,
    presence: 'active',
    email: undefined,
    botId: undefined,
    updated: 0,
  });
}

function addUser({ store }: Parts, user: User): User {
  store.users.set(user.id, user);
  return user;
}

function longAgo({ clock }: Parts): number {
  return Math.floor((clock.now() - longAgoMs) / 1_000);
}
