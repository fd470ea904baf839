import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addPost, at, errorOf, startOrg, type Answered, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

/** Calls a version, with an input that the newest version takes. */
function inVersion(version: number, method: string, path: string, json: object): Promise<Answered> {
  return org.call(method, `/services/data/v${version}.0/chatter/${path}`, { json });
}

function saying(...messageSegments: object[]): object {
  return { feedElementType: 'FeedItem', subjectId: 'me', body: { messageSegments } };
}

describe('a piece of a text is refused by the versions that were before it', () => {
  const bold = [
    { type: 'MarkupBegin', markupType: 'Bold' },
    { type: 'Text', text: 'x' },
    { type: 'MarkupEnd', markupType: 'Bold' },
  ];
  const hyperlink = [
    { type: 'MarkupBegin', markupType: 'Hyperlink', url: 'https://example.com' },
    { type: 'Text', text: 'x' },
    { type: 'MarkupEnd', markupType: 'Hyperlink' },
  ];

  test.each([
    ['markup', 35, () => bold],
    ['a mention by username', 38, () => [{ type: 'Mention', username: org.credentials.otherUsername }]],
    ['a link to a record', 43, () => [{ type: 'EntityLink', entityId: org.credentials.recordId }]],
    ['a hyperlink', 45, () => hyperlink],
  ])('%s came with %d.0', async (_name, since, segments) => {
    const before = org.control.posts().length;
    expect((await inVersion(since - 1, 'POST', 'feed-elements', saying(...segments()))).status).toBe(400);
    expect(org.control.posts()).toHaveLength(before);
    expect((await inVersion(since, 'POST', 'feed-elements', saying(...segments()))).status).toBe(201);
  });
});

describe('a capability is refused by the versions that do not have it', () => {
  test.each([
    ['topics', 38, { topics: { topics: ['Boats'] } }],
    ['status', 44, { status: { feedEntityStatus: 'Draft' } }],
  ])('%s came with %d.0', async (_name, since, capabilities) => {
    const post = { ...saying({ type: 'Text', text: 'x' }), capabilities };
    expect(errorOf(await inVersion(since - 1, 'POST', 'feed-elements', post))).toMatchObject({
      status: 400,
      errorCode: 'POST_BODY_PARSE_ERROR',
    });
    expect((await inVersion(since, 'POST', 'feed-elements', post)).status).toBe(201);
  });

  test('one file on a post went with 35.0, and is still there for comments', async () => {
    const form = new FormData();
    form.set('title', 'Rota');
    form.set('fileData', new Blob(['Mara, Tomás']), 'rota.txt');
    const path = '/services/data/v66.0/connect/files/users/me';
    const contentDocumentId = at((await org.call('POST', path, { body: form })).body, 'id');
    const capabilities = { content: { contentDocumentId } };
    const post = { ...saying({ type: 'Text', text: 'x' }), capabilities };
    expect((await inVersion(35, 'POST', 'feed-elements', post)).status).toBe(201);
    expect((await inVersion(36, 'POST', 'feed-elements', post)).status).toBe(400);

    const comments = `feed-elements/${await addPost(org)}/capabilities/comments/items`;
    expect((await inVersion(66, 'POST', comments, { capabilities })).status).toBe(201);
  });

  test('a comment carries a record since 42.0', async () => {
    const comments = `feed-elements/${await addPost(org)}/capabilities/comments/items`;
    const comment = { capabilities: { record: { recordId: org.credentials.recordId } } };
    expect((await inVersion(41, 'POST', comments, comment)).status).toBe(400);
    expect((await inVersion(42, 'POST', comments, comment)).status).toBe(201);
  });
});

test.each([
  ['posts are edited', 34, '', { body: { messageSegments: [{ type: 'Text', text: 'y' }] } }],
  ['likes are switched', 39, '/capabilities/chatter-likes/items', { isLikedByCurrentUser: true }],
])('%s since %d.0', async (_name, since, path, json) => {
  const element = `feed-elements/${await addPost(org)}${path}`;
  expect(errorOf(await inVersion(since - 1, 'PATCH', element, json))).toMatchObject({
    status: 405,
    errorCode: 'METHOD_NOT_ALLOWED',
  });
  expect((await inVersion(since, 'PATCH', element, json)).status).toBe(200);
});

test('a tag has no bracket in it, but may come in brackets', async () => {
  const tagged = (tag: string): Promise<Answered> =>
    org.chatter('POST', 'feed-elements', { json: saying({ type: 'Hashtag', tag }) });
  expect(errorOf(await tagged('a]b'))).toMatchObject({
    status: 400,
    errorCode: 'ILLEGAL_QUERY_PARAMETER_VALUE',
  });
  expect(at((await tagged('[two words]')).body, 'body.text')).toBe('#[two words]');
});
