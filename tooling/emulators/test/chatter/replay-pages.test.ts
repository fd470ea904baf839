import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comparison } from '../recorded.js';
import { hasFixtures, recorded } from './fixtures.js';
import { type Grammar, grammarOf } from './grammar.js';
import { at, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeAll(async () => {
  org = await startOrg();
});
afterAll(() => org.close());

const call = (method: string, version: number, path: string, json?: object) =>
  org.call(method, `/services/data/v${version}.0/${path}`, json === undefined ? {} : { json });
const listAt = (value: unknown, path: string): readonly unknown[] => at(value, path) as readonly unknown[];

/** All that many things have differently from recorded ones, but for what the state of things explains. */
function differences(
  grammar: Grammar,
  things: readonly unknown[],
  explained: readonly RegExp[] = [],
): string[] {
  expect(things.length).toBeGreaterThan(0);
  const all = new Set(things.flatMap((thing) => grammar.differences(thing)));
  return [...all].filter((difference) => !explained.some((pattern) => pattern.test(difference)));
}

test('a difference is told by its place', () => {
  const grammar = grammarOf([{ id: 'a', next: null, parts: [{ type: 'Text', text: '' }] }]);
  expect(grammar.differences({ id: 'b', next: 7, parts: [{ type: 'Sound' }] })).toEqual([]);
  expect(grammar.differences({ id: null, next: null, parts: [{ type: 'Text' }] })).toEqual([
    '.id: null instead of text',
    '.parts[]<Text>: type instead of type text',
  ]);
});

describe.skipIf(!hasFixtures)('place by place, an answer is made of what was recorded:', () => {
  /** The recorded user had read all, and saw nothing of records but what they did themselves. */
  const inFeeds = [
    /readBy\.lastReadDateByMe: null/,
    /<TextPost>\.header\.messageSegments\[\]<EntityLink>\.reference\.url: .*\/chatter\/records\/id instead of/,
  ];

  test('every element of the news feed of v49.0', async () => {
    const page = recorded('feed-page-news-v49-full.json');
    const grammar = grammarOf([
      ...listAt(page, 'elements'),
      recorded('feed-element-textpost-v49.json'),
      recorded('feed-element-createrecord-recordsnapshot-v49.json'),
    ]);
    const { body } = await call('GET', 49, 'chatter/feeds/news/me/feed-elements?pageSize=100');
    expect(differences(grammar, listAt(body, 'elements'), inFeeds)).toEqual([]);
    const types = new Set(listAt(body, 'elements').map((element) => at(element, 'type')));
    expect([...types]).toEqual(
      expect.arrayContaining(['TextPost', 'CreateRecordEvent', 'PollPost']) as unknown,
    );
  });

  test('the page itself, first, next and last', async () => {
    const withoutElements = (page: unknown) => ({ ...(page as object), elements: [] });
    const grammar = grammarOf([withoutElements(recorded('feed-page-news-v49-full.json'))]);
    const path = 'chatter/feeds/news/me/feed-elements';
    const first = objectOf(await call('GET', 49, path));
    expect(differences(grammar, [withoutElements(first)])).toEqual([]);
    const next = objectOf(await org.call('GET', String(first['nextPageUrl'])));
    expect(Object.keys(next)).toEqual(Object.keys(first));
    const last = objectOf(await call('GET', 49, `${path}?pageSize=100`));
    expect(last).toMatchObject({
      nextPageToken: null,
      nextPageUrl: null,
      updatesToken: first['updatesToken'],
    });
  });

  test('every element of the news feed of v48.0', async () => {
    const grammar = grammarOf([recorded('feed-element-group-textpost-v48.json')]);
    const { body } = await call('GET', 48, 'chatter/feeds/news/me/feed-elements?pageSize=100');
    expect(differences(grammar, listAt(body, 'elements'), inFeeds)).toEqual([]);
  });

  test('a mention in a private group of v48.0, of somebody who is not in it', async () => {
    const real = recorded('feed-element-group-textpost-v48.json');
    const groups = listAt((await call('GET', 48, 'chatter/groups')).body, 'groups');
    const group = groups.find((candidate) => at(candidate, 'visibility') === 'PrivateAccess');
    const created = await call('POST', 48, 'chatter/feed-elements', {
      feedElementType: 'FeedItem',
      subjectId: at(group, 'id'),
      body: { messageSegments: [{ type: 'Mention', id: org.credentials.otherUserId }] },
    });
    expect(differences(grammarOf([real]), [created.body])).toEqual([]);
    // A mention says who is meant with all that is known of an actor.
    expect(
      differences(grammarOf([at(real, 'actor')]), [at(created.body, 'body.messageSegments.0.record')]),
    ).toEqual([]);
    expect(at(created.body, 'body.messageSegments.0')).toMatchObject({ accessible: false, type: 'Mention' });
    expect(Object.keys(at(created.body, 'body.messageSegments.0') as object)).toEqual([
      'accessible',
      'name',
      'record',
      'text',
      'type',
    ]);
  });

  test('every group of v48.0, with more in its own resource', async () => {
    const grammar = grammarOf([recorded('feed-element-parent-group-v48.json')]);
    const { body } = await call('GET', 48, 'chatter/feeds/groups/me/feed-elements?pageSize=100');
    const parents = listAt(body, 'elements').map((element) => at(element, 'parent'));
    expect(differences(grammar, parents)).toEqual([]);
    const detail = objectOf(await call('GET', 48, `chatter/groups/${String(at(parents[0], 'id'))}`));
    expect(Object.keys(detail)).toEqual(expect.arrayContaining(Object.keys(parents[0] as object)) as unknown);
  });

  test('every user of v49.0', async () => {
    const grammar = grammarOf([recorded('user-me-v49.json')]);
    const { body } = await call('GET', 49, 'chatter/users?pageSize=100');
    expect(differences(grammar, listAt(body, 'users'))).toEqual([]);
  });

  test('every site of v50.0', async () => {
    const grammar = grammarOf([recorded('community-detail-v50.json')]);
    const { body } = await call('GET', 50, 'connect/communities');
    expect(differences(grammar, listAt(body, 'communities'))).toEqual([]);
  });

  test('what a batch of v66.0 answers', async () => {
    const batch = (urls: readonly string[], haltOnError: boolean) =>
      call('POST', 66, 'connect/batch', {
        batchRequests: urls.map((url) => ({ method: 'Get', url: `/v66.0/chatter/feeds/${url}` })),
        haltOnError,
      });
    const halted = await batch(['user-profile/men', 'news/me'], true);
    expect(differences(grammarOf([recorded('connect-batch-result-halted.json')]), [halted.body])).toEqual([]);
    const done = await batch(['user-profile/me?exclude=/pinnedFeedElementsUrl', 'news/me'], false);
    // The guide's example is older than some of the properties.
    expect(done.body).toMatchObject({
      hasErrors: false,
      results: listAt(recorded('connect-batch-result-v66.json'), 'results').map((result) => ({
        statusCode: 200,
        result: { isModifiedUrl: null, feedElementPostUrl: at(result, 'result.feedElementPostUrl') },
      })),
    });
  });
});

/** The guide's examples are older than some properties of the version that they are printed for, and say nothing of null. */
describe.skipIf(!hasFixtures)('an answer of v66.0 has all that the guide shows:', () => {
  const { missing } = comparison();

  test('memberships of which one is unknown', async () => {
    const groups = listAt((await call('GET', 66, 'chatter/groups')).body, 'groups');
    const team = groups.find((group) => Number(at(group, 'memberCount')) > 1);
    const { body: page } = await call('GET', 66, `chatter/groups/${String(at(team, 'id'))}/members`);
    // A colleague whom the caller follows, as in the example.
    const colleague = listAt(page, 'members').find((member) => at(member, 'user.mySubscription') !== null);
    const ids = `${String(at(colleague, 'id'))},0FB000000000001`;
    const { body } = await call('GET', 66, `chatter/group-memberships/batch/${ids}`);
    const shown = recorded('group-memberships-batch-mixed-v66.json');
    expect(missing(shown, body)).toEqual([]);
    expect(at(body, 'results.1')).toEqual(at(shown, 'results.1'));
    expect(at(body, 'hasErrors')).toBe(true);
  });

  test('a motif, alone and in a batch', async () => {
    expect(missing(recorded('motif-v66.json'), (await call('GET', 66, 'connect/motifs/005')).body)).toEqual(
      [],
    );
    const { body } = await call('GET', 66, 'connect/motifs/batch/005,069');
    expect(missing(recorded('motifs-batch-v66.json'), body)).toEqual([]);
    expect(listAt(body, 'results')).toHaveLength(2);
  });

  test('the feed of news', async () => {
    const { body } = await call('GET', 66, 'chatter/feeds/news/me');
    expect(missing(recorded('feed-news-v66.json'), body)).toEqual([]);
  });

  test('topics that trend, and the files of one', async () => {
    const { body: trending } = await call('GET', 66, 'connect/topics/trending?maxResults=5');
    expect(missing(recorded('topics-trending-v66.json'), trending)).toEqual([]);
    expect(listAt(trending, 'topics').length).toBeLessThanOrEqual(5);

    const upload = new FormData();
    upload.set('fileData', new Blob(['tides']), 'tides.txt');
    upload.set('title', 'Tides');
    const file = await org.call('POST', '/services/data/v66.0/connect/files/users/me', { body: upload });
    expect(file.status).toBe(201);
    const fileId = String(at(file.body, 'id'));
    const topic = await call('POST', 66, `connect/records/${fileId}/topics`, { topicName: 'tides' });
    await call('POST', 66, 'chatter/users/me/following', { subjectId: fileId });
    const { body } = await call('GET', 66, `connect/topics/${String(at(topic.body, 'id'))}/files`);
    expect(listAt(body, 'files').map((one) => at(one, 'id'))).toEqual([fileId]);
    expect(missing(recorded('topic-files-v66.json'), body)).toEqual([]);
  });
});
