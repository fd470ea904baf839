import type { Clock, Random } from '../../frame/index.js';
import { createIds, keyPrefix } from '../ids.js';
import type { ClientApp, FeedRecord, User } from '../state/model.js';
import { type ChatterState, createState } from '../state/state.js';
import { follow } from '../state/subscription.js';
import { seedPeople } from './people.js';
import { seedGroupLife } from './seed-group-life.js';
import { seedLibrary } from './seed-library.js';
import { seedMessages } from './seed-messages.js';
import { seedTask } from './seed-task.js';
import { seedAccount, seedCase, seedCommunities, seedGroups } from './seed-places.js';
import { seedPosts } from './seed-posts.js';

/** The org as it is when the emulator starts, and those in it whom a client must know. */
export interface World {
  readonly state: ChatterState;
  readonly firstUser: User;
  readonly secondUser: User;
  readonly formerUser: User;
  readonly account: FeedRecord;
  readonly task: FeedRecord;
}

/** Builds the org. The same seed gives the same ids and secrets. */
export function seedWorld(random: Random, clock: Clock, sessionMs: number): World {
  const ids = createIds(random);
  const app: ClientApp = {
    clientId: `3MVG9${random.base62(80)}`,
    clientSecret: random.hex(64).toUpperCase(),
    name: 'Northlight Desk',
    url: 'https://www.example.com/desk',
  };
  const state = createState(
    { id: ids.next(keyPrefix.org), name: 'Northlight', sessionMinutes: Math.ceil(sessionMs / 60_000) },
    app,
    ids,
    clock,
  );
  const { mara, tomas, jonas } = seedPeople(ids, random);
  for (const user of [mara, tomas, jonas]) state.users.set(user.id, user);
  const account = seedAccount(state, mara.id);
  follow(state, mara.id, tomas.id);
  follow(state, tomas.id, mara.id);
  seedCommunities(state);
  const groups = seedGroups(state, mara.id, tomas.id);
  seedCase(state, tomas.id);
  const names = { mara: mara.id, tomas: tomas.id, account: account.id, ...groups };
  seedPosts(state, names, random, clock);
  seedGroupLife(state, { groupId: groups.team, ownerId: mara.id, recordId: account.id });
  seedMessages(state, { mara, tomas });
  seedLibrary(state, { mara: mara.id, tomas: tomas.id });
  const task = seedTask(state);
  return { state, firstUser: mara, secondUser: tomas, formerUser: jonas, account, task };
}
