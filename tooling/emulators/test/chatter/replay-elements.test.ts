import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasSamples, sample, shapeOf, shapeWithout } from './captured.js';
import { hasFixtures, recorded } from './fixtures.js';
import { at, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeAll(async () => {
  org = await startOrg();
});
afterAll(() => org.close());

const get = async (version: number, path: string): Promise<unknown> =>
  (await org.call('GET', `/services/data/v${version}.0/${path}`)).body;

/** A post made at the version of a recording, whose answer is the whole element. */
const post = async (version: number, json: object): Promise<unknown> => {
  const path = `/services/data/v${version}.0/chatter/feed-elements`;
  return (await org.call('POST', path, { json: { feedElementType: 'FeedItem', ...json } })).body;
};

/** Of these the recorded people and applications have other values than ours, or none. */
const differing = [
  'actor.title',
  'actor.mySubscription',
  'parent.title',
  'parent.mySubscription',
  'clientInfo.applicationUrl',
];
/** Recorded as null, false and true; it is false here until somebody mutes. */
const mute = 'capabilities.mute.isMutedByMe';
/** The first user runs the group as the recorded one did. */
const teamId = (): string =>
  org.control.posts().find(({ text }) => text.includes('place for everything'))?.parentId ?? '';

describe.skipIf(!hasFixtures)('recorded elements', () => {
  test('a post of text in a group, v48.0', async () => {
    const ours = await post(48, {
      subjectId: teamId(),
      body: { messageSegments: [{ type: 'Text', text: 'Hello' }] },
    });
    const texts = ['parent.description', 'parent.owner.title'];
    expect(shapeWithout(ours, ...differing, mute, ...texts)).toEqual(
      shapeWithout(recorded('feed-element-group-textpost-v48.json'), ...differing, mute, ...texts),
    );
  });

  test('a group as the parent of a post, v48.0', async () => {
    const page = await get(48, `chatter/feeds/record/${teamId()}/feed-elements?pageSize=1`);
    const texts = ['description', 'owner.title'];
    expect(shapeWithout(at(page, 'elements.0.parent'), ...texts)).toEqual(
      shapeWithout(recorded('feed-element-parent-group-v48.json'), ...texts),
    );
  });

  test('a record that was made, v49.0', async () => {
    const page = await get(49, 'chatter/feeds/filter/me/500/feed-elements');
    const real = recorded('feed-element-createrecord-recordsnapshot-v49.json');
    // The recorded user made the record and had read it; ours was made by a colleague whom ours follows.
    const others = ['capabilities.readBy', 'capabilities.edit.isEditRestricted', ...differing];
    expect(shapeWithout(at(page, 'elements.0'), ...others)).toEqual(shapeWithout(real, ...others));
    expect(at(page, 'elements.0')).toMatchObject({
      clientInfo: null,
      isDeleteRestricted: true,
      isSharable: false,
      visibility: 'AllUsers',
    });
  });

  test('every element of a whole page has the keys of one that was recorded, v49.0', async () => {
    const real = at(recorded('feed-page-news-v49-full.json'), 'elements') as object[];
    const known = new Set(real.map((element) => Object.keys(element).join()));
    const page = await get(49, 'chatter/feeds/news/me/feed-elements?pageSize=100');
    for (const element of at(page, 'elements') as object[]) {
      expect(known.has(Object.keys(element).join())).toBe(true);
    }
  });

  test('a user of whom little is wanted, v49.0', async () => {
    expect(shapeOf(await get(49, 'chatter/users/me?include=/chatterActivity'))).toEqual(
      shapeOf(recorded('user-me-include-v49.json')),
    );
  });

  test('the directory, v42.0 and v66.0', async () => {
    expect(await get(42, 'chatter')).toEqual(recorded('chatter-directory-v42.json'));
    expect(await get(66, 'chatter')).toMatchObject(recorded('chatter-directory-v66.json'));
  });

  test('a site, v50.0', async () => {
    const list = await get(50, 'connect/communities');
    const real = recorded('community-detail-v50.json');
    const url = ['loginUrl', 'siteUrl', 'description', 'urlPathPrefix'];
    expect(shapeWithout(at(list, 'communities.0'), ...url)).toEqual(shapeWithout(real, ...url));
    expect(Object.keys(list as object)).toEqual(['communities', 'total']);
    const id = String(at(list, 'communities.0.id'));
    expect(await get(50, `connect/communities/${id}`)).toEqual(at(list, 'communities.0'));
  });

  test('the answer to an id of another kind', async () => {
    const [error] = recorded('error-invalid-id-400.json') as { message: string }[];
    const id = error?.message.replace('Invalid identifier: ', '');
    expect(await get(66, `chatter/comments/${id}`)).toEqual([error]);
  });
});

describe.skipIf(!hasSamples)('printed elements', () => {
  test('rich text with a mention, on an account, v48.0', async () => {
    const ours = await post(48, {
      subjectId: org.credentials.recordId,
      body: {
        messageSegments: [
          { type: 'MarkupBegin', markupType: 'Bold' },
          { type: 'Text', text: 'This text is RICH. ' },
          { type: 'MarkupEnd', markupType: 'Bold' },
          { type: 'Mention', id: org.credentials.userId },
        ],
      },
    });
    const real = sample('Feed element, rich text with mention');
    const ofMention = ['body.messageSegments.3.record.title'];
    expect(shapeWithout(ours, ...differing, mute, ...ofMention)).toEqual(
      shapeWithout(real, ...differing, mute, ...ofMention),
    );
    expect(at(ours, 'body.messageSegments')).toMatchObject([
      { htmlTag: 'b', altText: null, url: null },
      {},
      { htmlTag: 'b' },
      { accessible: true, text: '@Mara Lindqvist' },
    ]);
  });

  test('a poll in a group, v48.0', async () => {
    const ours = await post(48, {
      subjectId: teamId(),
      body: { messageSegments: [{ type: 'Text', text: 'Which?' }] },
      capabilities: { poll: { choices: ['a', 'b', 'c'] } },
    });
    const real = sample('Poll capability and header of a group poll');
    expect(shapeOf(at(ours, 'capabilities.poll'))).toEqual(shapeOf(at(real, 'capabilities.poll')));
    expect(shapeOf(at(ours, 'header'))).toEqual(shapeOf(at(real, 'header')));
    expect(ours).toMatchObject({ type: 'PollPost' });
  });
});
