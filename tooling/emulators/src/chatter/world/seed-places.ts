import { keyPrefix } from '../ids.js';
import type { Community } from '../state/community.js';
import { addGroup, join } from '../state/group.js';
import type { FeedRecord } from '../state/model.js';
import { addPost } from '../state/post.js';
import type { ChatterState } from '../state/state.js';
import { follow } from '../state/subscription.js';

/** Groups of every visibility. Mara runs the first two; the third is kept from her. */
export function seedGroups(
  state: ChatterState,
  mara: string,
  tomas: string,
): { readonly team: string; readonly books: string; readonly party: string } {
  const createdAt = state.clock.now() - 15 * 24 * 3_600_000;
  const team = addGroup(state, {
    name: 'Harbour Team',
    description: 'Everything about boats, jetties & weather.',
    visibility: 'PublicAccess',
    ownerId: mara,
    createdAt,
  });
  join(state, team.id, tomas);
  const books = addGroup(state, { name: 'Books', visibility: 'PrivateAccess', ownerId: mara, createdAt });
  const party = addGroup(state, { name: 'Surprise', visibility: 'Unlisted', ownerId: tomas, createdAt });
  return { team: team.id, books: books.id, party: party.id };
}

/** A customer, whom Mara follows. */
export function seedAccount(state: ChatterState, mara: string): FeedRecord {
  const account: FeedRecord = {
    id: state.ids.next(keyPrefix.account),
    type: 'Account',
    label: 'Account',
    labelPlural: 'Accounts',
    name: 'Harbour School',
  };
  state.records.set(account.id, account);
  follow(state, mara, account.id);
  return account;
}

/** A complaint of the customer, and the event that it left in the feeds when it came in. */
export function seedCase(state: ChatterState, tomas: string): FeedRecord {
  const record: FeedRecord = {
    id: state.ids.next(keyPrefix.case),
    type: 'Case',
    label: 'Case',
    labelPlural: 'Cases',
    name: '00001026',
  };
  state.records.set(record.id, record);
  addPost(state, {
    actorId: tomas,
    parentId: record.id,
    segments: [],
    visibility: 'AllUsers',
    client: null,
    createdAt: state.clock.now() - 14 * 24 * 3_600_000,
    recordSnapshot: {
      recordId: record.id,
      fields: [
        { label: 'Subject', text: 'Paddle of kayak 5 is too short', type: 'Text' },
        { label: 'Priority', text: 'Low', type: 'Picklist' },
        { label: 'Status', text: 'New', type: 'Picklist' },
        { label: 'Case Number', text: record.name, type: 'Text' },
      ],
    },
  });
  return record;
}

/** A site for customers that is not open yet, and one for partners that is. */
export function seedCommunities(state: ChatterState): void {
  const add = (community: Omit<Community, 'id'>): void => {
    const id = state.ids.next(keyPrefix.community);
    state.communities.set(id, { ...community, id });
  };
  add({
    name: 'Customer Harbour',
    description: null,
    status: 'UnderConstruction',
    templateName: 'Help Center',
    urlPathPrefix: null,
  });
  add({
    name: 'Partner Dock',
    description: 'For those who rent out our boats & theirs.',
    status: 'Live',
    templateName: 'Partner Central',
    urlPathPrefix: 'partners',
  });
}
