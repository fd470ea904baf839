import { find } from './lookups.js';
import type { Service } from './service.js';
import { toTeam } from './state/audiences.js';
import type { User } from './state/model.js';
import { changeUser } from './state/users.js';
import { renderUser } from './render/user.js';
import { berlin } from './world/people.js';
import { addPerson } from './world/seed-users.js';

/** Somebody who joins the team. */
export interface NewAccount {
  /** Short, without spaces. */
  readonly name: string;
  /** Default: the name. */
  readonly realName?: string;
  /** Default: none. */
  readonly displayName?: string;
  readonly title?: string;
  /** Default `member`. */
  readonly role?: User['role'];
}

/** What can change of somebody. */
export interface AccountChanges extends Partial<NewAccount> {
  readonly email?: string;
  /** Fields of the profile as they travel, such as `status_text`. */
  readonly profile?: Readonly<Record<string, unknown>>;
  /** Whether they have left the team. */
  readonly deleted?: boolean;
}

/** Who is in the team, and what holds for all of it. Users are named by id or by name. */
export interface SlackAccounts {
  /** Somebody joins the team; the result is the id. */
  addUser(account: NewAccount): string;
  /** Something about somebody changes. */
  updateUser(user: string, changes: AccountChanges): void;
  /** Sets something for the whole team, which everybody is told. */
  setTeamPref(name: string, value: unknown): void;
}

export function createAccounts(service: Service): SlackAccounts {
  const { store } = service;
  return {
    addUser({ name, realName = name, displayName = '', title = '', role = 'member' }) {
      if ([...store.users.values()].some((user) => user.name === name)) {
        throw new RangeError(`There is a user ${name} already.`);
      }
      const user = addPerson(service, {
        name,
        realName,
        displayName,
        title,
        role,
        color: service.ids.request().slice(0, 6),
        zone: berlin,
      });
      const cache_ts = Math.floor(service.clock.now() / 1_000);
      const event_ts = service.timestamps.next();
      service.publish(toTeam({ type: 'team_join', user: renderUser(store, user), cache_ts, event_ts }));
      return user.id;
    },
    updateUser(reference, { profile, ...changes }) {
      const user = find(store.users, reference, 'user');
      changeUser(
        service,
        user,
        { ...changes, ...(profile === undefined ? {} : { profile: { ...user.profile, ...profile } }) },
        Object.keys({ ...changes, ...profile }),
      );
    },
    setTeamPref(name, value) {
      store.teamPrefs.set(name, value);
      service.publish(toTeam({ type: 'team_pref_change', name, value }));
    },
  };
}
