import type { Clock, Random } from '../../frame/index.js';
import { splitText } from '../input/split-text.js';
import { createIds, keyPrefix } from '../ids.js';
import type { ClientApp, FeedRecord, User } from '../state/model.js';
import { addPost } from '../state/post.js';
import type { Segment } from '../state/segment.js';
import { type ChatterState, createState } from '../state/state.js';
import { follow } from '../state/subscription.js';
import { seedPeople } from './people.js';
import { seededPosts } from './seeded-posts.js';

/** The org as it is when the emulator starts, and those in it whom a client must know. */
export interface World {
  readonly state: ChatterState;
  readonly firstUser: User;
  readonly secondUser: User;
  readonly formerUser: User;
  readonly account: FeedRecord;
}

const hourMs = 3_600_000;

/** Builds the org. The same seed gives the same ids and secrets. */
export function seedWorld(random: Random, clock: Clock): World {
  const ids = createIds(random);
  const app: ClientApp = {
    clientId: `3MVG9${random.base62(80)}`,
    clientSecret: random.hex(64).toUpperCase(),
    name: 'Northlight Desk',
    url: 'https://www.example.com/desk',
  };
  const state = createState({ id: ids.next(keyPrefix.org), name: 'Northlight' }, app, ids, clock);
  const { mara, tomas, jonas } = seedPeople(ids, random);
  for (const user of [mara, tomas, jonas]) state.users.set(user.id, user);
  const account: FeedRecord = {
    id: ids.next(keyPrefix.account),
    type: 'Account',
    label: 'Account',
    labelPlural: 'Accounts',
    name: 'Harbour School',
  };
  state.records.set(account.id, account);
  follow(state, mara.id, tomas.id);
  follow(state, mara.id, account.id);
  follow(state, tomas.id, mara.id);

  const idOf = { mara: mara.id, tomas: tomas.id, account: account.id };
  for (const { by, to = by, hoursAgo, text } of seededPosts) {
    addPost(state, {
      actorId: idOf[by],
      parentId: idOf[to],
      segments: withMentions(text, { mara: mara.id, tomas: tomas.id }, state),
      visibility: to === 'account' ? 'InternalUsers' : 'AllUsers',
      client: app,
      // Not on the hour: people do not post on the hour.
      createdAt: clock.now() - hoursAgo * hourMs - random.integer(hourMs / 2),
    });
  }
  return { state, firstUser: mara, secondUser: tomas, formerUser: jonas, account };
}

function withMentions(
  text: string,
  people: Readonly<Record<'mara' | 'tomas', string>>,
  state: ChatterState,
): Segment[] {
  return text.split(/(@mara|@tomas)/).flatMap((piece): Segment[] => {
    if (piece === '@mara') return [{ type: 'Mention', entityId: people.mara, accessible: true }];
    if (piece === '@tomas') return [{ type: 'Mention', entityId: people.tomas, accessible: true }];
    return splitText(piece, state);
  });
}
