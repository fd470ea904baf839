import { changeProfile, deleteUser } from '../actions/people.js';
import type { Scene } from '../actions/scene.js';
import { nextIdOf } from '../state/chat-server.js';
import { newUser } from '../state/new-user.js';
import type { Lookups } from './lookups.js';
import { type ChatUserSnapshot, describeUser } from './snapshots.js';

/** Changes what people are on one chat server. */
export interface PeopleControl {
  users(): readonly ChatUserSnapshot[];
  /** Somebody without a login, and their id. Default: a reputation of 100, no moderator. */
  addUser(name: string, options?: { readonly reputation?: number; readonly isModerator?: boolean }): number;
  /** Gives somebody another name; the system tells the rooms that they are in. */
  rename(userId: number, name: string): void;
  /** What somebody has earned on the main site; undefined for somebody who has no user there. */
  setReputation(userId: number, reputation: number | undefined): void;
  setModerator(userId: number, on?: boolean): void;
  /** For so long somebody cannot write anywhere on this server; zero ends it. */
  ban(userId: number, durationMs: number): void;
  /** Removes somebody for good; what they wrote stays, under no name. */
  deleteUser(userId: number): void;
}

export function createPeopleControl(scene: Scene, lookups: Lookups): PeopleControl {
  const { server, clock } = scene;
  return {
    users: () => [...server.users.values()].map(describeUser),
    addUser(name, { reputation = 100, isModerator = false } = {}) {
      const id = nextIdOf(server.users);
      server.users.set(
        id,
        newUser({
          id,
          name,
          person: undefined,
          parent: { id, host: server.site.login.host },
          isModerator,
          reputation,
          about: '',
          pictureHash: id.toString(16).padStart(32, '0'),
          createdAt: clock.now(),
        }),
      );
      return id;
    },
    rename: (userId, name) => changeProfile(scene, lookups.user(userId), { name }),
    setReputation(userId, reputation) {
      lookups.user(userId).reputation = reputation;
    },
    setModerator(userId, on = true) {
      lookups.user(userId).isModerator = on;
    },
    ban(userId, durationMs) {
      lookups.user(userId).blockedUntil = durationMs === 0 ? undefined : clock.now() + durationMs;
    },
    deleteUser: (userId) => deleteUser(scene, lookups.user(userId)),
  };
}
