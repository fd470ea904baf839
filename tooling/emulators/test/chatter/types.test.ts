import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, startOrg, type TestOrg } from './org.js';

/** The guide's tables of body types, which stand beside the repository where they are at hand. */
const tables = new URL('../../../../../shared/spec/chatter-types.json', import.meta.url);

interface Property {
  readonly name: string;
  readonly since?: string;
  readonly until?: string;
}

/** The properties that a type has in a version, in the order of an answer. */
function documented(type: string, version: number): string[] {
  const types = JSON.parse(readFileSync(tables, 'utf8')) as Record<string, { readonly props: Property[] }>;
  const properties = types[type]?.props ?? [];
  return properties
    .filter(({ since = '0', until = 'Infinity' }) => version >= Number(since) && version <= Number(until))
    .map(({ name }) => name)
    .toSorted();
}

let org: TestOrg;
beforeAll(async () => {
  org = await startOrg();
});
afterAll(() => org.close());

const versions = Array.from({ length: 38 }, (_, index) => 31 + index);

describe.skipIf(!existsSync(tables))('all properties of the guide and no others', () => {
  const keysAt = async (version: number, path: string, place?: string): Promise<string[]> => {
    const { body } = await org.call('GET', `/services/data/v${version}.0/chatter/${path}`);
    return Object.keys((place === undefined ? body : at(body, place)) as object);
  };

  test.each([
    ['UserDetail', 'users/me'],
    ['UserPage', 'users'],
    ['FollowingCounts', 'users/me', 'followingCounts'],
    ['ChatterActivity', 'users/me', 'chatterActivity'],
    ['Address', 'users/me', 'address'],
    ['PhoneNumber', 'users/me', 'phoneNumbers.0'],
    ['Photo', 'users/me', 'photo'],
    ['Motif', 'users/me', 'motif'],
    ['Feed', 'feeds/news/me'],
    ['FeedElementPage', 'feeds/news/me/feed-elements'],
    ['FeedItem', 'feeds/news/me/feed-elements', 'elements.0'],
    ['FeedItemBody', 'feeds/news/me/feed-elements', 'elements.0.body'],
    ['UserSummary', 'feeds/news/me/feed-elements', 'elements.0.actor'],
    ['LikePage', 'feeds/news/me/feed-elements', 'elements.0.capabilities.chatterLikes.page'],
    ['CommentPage', 'feeds/news/me/feed-elements', 'elements.0.capabilities.comments.page'],
    ['FollowingPage', 'users/me/following'],
    ['Subscription', 'users/me/following', 'following.0'],
    ['FollowerPage', 'users/me/followers'],
    ['GroupPage', 'groups'],
    ['GroupDetail', 'groups', 'groups.0'],
    ['ConversationSummaryCollection', 'users/me/conversations'],
    ['ConversationSummary', 'users/me/conversations', 'conversations.0'],
    ['ConversationUnreadCount', 'users/me/conversations/unread-count'],
    ['MessageCollection', 'users/me/messages'],
    ['Message', 'users/me/messages', 'messages.0'],
    ['TopicCollection', 'users/me/topics'],
    ['UserChatterSettings', 'users/me/settings'],
  ])(
    '%s, in %s',
    async (type, path, place?: string) => {
      for (const version of versions) {
        expect([version, await keysAt(version, path, place)]).toEqual([version, documented(type, version)]);
      }
    },
    20_000,
  );

  test('RecordSummary, on a record', async () => {
    const feed = `feeds/record/${org.credentials.recordId}/feed-elements`;
    for (const version of versions) {
      expect([version, await keysAt(version, feed, 'elements.0.parent')]).toEqual([
        version,
        documented('RecordSummary', version),
      ]);
    }
  });

  test('no capability before its version', async () => {
    for (const version of versions) {
      const keys = await keysAt(version, 'feeds/news/me/feed-elements', 'elements.0.capabilities');
      expect(documented('FeedElementCapabilities', version)).toEqual(expect.arrayContaining(keys) as unknown);
    }
  });
});
