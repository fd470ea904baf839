import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Answered, at, errorOf, idsOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
let postId: string;
let items: string;
beforeEach(async () => {
  org = await startOrg();
  const form = new URLSearchParams({ feedElementType: 'FeedItem', subjectId: 'me', text: 'A post' });
  postId = String(at((await org.chatter('POST', 'feed-elements', { body: form })).body, 'id'));
  items = `feed-elements/${postId}/capabilities/comments/items`;
});
afterEach(() => org.close());

const comment = (text: string, more: object = {}): Promise<Answered> =>
  org.chatter('POST', items, { json: { body: { messageSegments: [{ type: 'Text', text }] }, ...more } });
const idOf = async (answered: Promise<Answered>): Promise<string> => String(objectOf(await answered)['id']);

test('a comment is answered whole, counted, and carried by its post', async () => {
  const created = await comment('First! #rope');
  expect(created.status).toBe(201);
  const { userId } = org.credentials;
  expect(created.body).toMatchObject({
    body: { text: 'First! #rope' },
    feedElement: { id: postId, url: `/services/data/v66.0/chatter/feed-elements/${postId}` },
    parent: { id: userId },
    threadLevel: 0,
    threadParentId: null,
    type: 'TextComment',
    user: { id: userId },
    likes: { total: 0 },
  });
  const post = await org.chatter('GET', `feed-elements/${postId}`);
  expect(at(post.body, 'capabilities.comments.page')).toMatchObject({ total: 1, items: [created.body] });
  expect(at(post.body, 'capabilities.topics.items.0.name')).toBe('rope');
});

test('a post carries its newest comments, oldest of them first, and leads to the rest', async () => {
  const ids: string[] = [];
  for (const text of ['one', 'two', 'three', 'four', 'five']) ids.push(await idOf(comment(text)));
  const page = at((await org.chatter('GET', `feed-elements/${postId}`)).body, 'capabilities.comments.page');
  expect(page).toMatchObject({ total: 5, items: ids.slice(2).map((id) => ({ id })) });
  const older = await org.call('GET', String(at(page, 'nextPageUrl')));
  expect(idsOf(older, 'items')).toEqual(ids.slice(0, 2));
  expect(older.body).toMatchObject({ nextPageUrl: null, total: 5 });
  const oldest = await org.chatter('GET', `${items}?sort=CreatedDateOldestAsc&pageSize=2`);
  expect(idsOf(oldest, 'items')).toEqual(ids.slice(0, 2));
  expect(idsOf(await org.call('GET', String(at(oldest.body, 'nextPageUrl'))), 'items')).toEqual(
    ids.slice(2, 4),
  );
  const sorted = await org.chatter('GET', `feed-elements/${postId}?commentSort=CreatedDateOldestAsc`);
  const first = at(sorted.body, 'capabilities.comments.page');
  expect(first).toMatchObject({ items: ids.slice(0, 3).map((id) => ({ id })) });
  expect(idsOf(await org.call('GET', String(at(first, 'nextPageUrl'))), 'items')).toEqual(ids.slice(3));
  const none = await org.chatter('GET', 'feeds/record/me/feed-elements?recentCommentCount=0&pageSize=1');
  expect(at(none.body, 'elements.0.capabilities.comments.page')).toMatchObject({ items: [], total: 5 });
});

test('comments answer each other two levels deep', async () => {
  const top = await idOf(comment('top'));
  const answer = await idOf(comment('answer', { threadParentId: top }));
  const deep = await comment('deep', { threadParentId: answer });
  expect(deep.body).toMatchObject({ threadLevel: 2, threadParentId: answer });
  const deeper = await comment('deeper', { threadParentId: String(at(deep.body, 'id')) });
  expect(errorOf(deeper)).toMatchObject({ status: 400, errorCode: 'INVALID_OPERATION' });
  expect(idsOf(await org.chatter('GET', `comments/${top}/capabilities/comments/items`), 'items')).toEqual([
    answer,
  ]);
  expect(idsOf(await org.chatter('GET', `${items}?threadedCommentsCollapsed=true`), 'items')).toEqual([top]);
  const collapsed = await org.chatter('GET', `feed-elements/${postId}?threadedCommentsCollapsed=true`);
  expect(idsOf({ ...collapsed, body: at(collapsed.body, 'capabilities.comments.page') }, 'items')).toEqual([
    top,
  ]);
  expect((await org.chatter('GET', `comments/${answer}/thread-context`)).body).toMatchObject({ id: postId });
  expect((await org.chatter('DELETE', `comments/${top}`)).status).toBe(204);
  expect((await org.chatter('GET', `comments/${answer}`)).status).toBe(404);
});

test('an edit is for the author, a deletion for the owner of the post as well', async () => {
  const token = await org.otherToken();
  const theirs = String(at((await org.chatter('POST', `${items}?text=theirs`, { token })).body, 'id'));
  const json = { body: { messageSegments: [{ type: 'Text', text: 'changed' }] } };
  expect((await org.chatter('PATCH', `comments/${theirs}`, { json })).status).toBe(403);
  expect((await org.chatter('PATCH', `comments/${theirs}`, { json, token })).body).toMatchObject({
    body: { text: 'changed' },
    capabilities: { edit: { latestRevision: 2 } },
  });
  expect((await org.chatter('DELETE', `comments/${theirs}`)).status).toBe(204);
  expect((await org.chatter('DELETE', `comments/${theirs}`)).status).toBe(404);
});

test('comments are voted, verified and liked', async () => {
  const id = await idOf(comment('true'));
  await org.chatter('PATCH', `comments/${id}/capabilities/up-down-vote`, { json: { vote: 'Up' } });
  const verified = await org.chatter('PATCH', `comments/${id}/capabilities/verified`, {
    json: { isVerified: 'true' },
  });
  expect(verified.body).toMatchObject({
    isVerified: true,
    lastVerifiedByUser: { id: org.credentials.userId },
  });
  expect((await org.chatter('POST', `comments/${id}/likes`)).status).toBe(201);
  expect((await org.chatter('GET', `comments/${id}`)).body).toMatchObject({
    capabilities: { upDownVote: { myVote: 'Up' } },
    likes: { total: 1 },
    likesMessage: { text: 'You like this.' },
  });
  expect((await org.chatter('GET', `feed-elements/${postId}`)).body).toMatchObject({
    hasVerifiedComment: true,
  });
});

test('a file comes with a comment in one request', async () => {
  const form = new FormData();
  const json = { capabilities: { content: { title: 'receipt2' } } };
  form.set('json', new Blob([JSON.stringify(json)], { type: 'application/json; charset=UTF-8' }));
  form.set('feedElementFileUpload', new Blob(['12 EUR']), 'receipt2.txt');
  const created = await org.chatter('POST', items, { body: form });
  expect(created).toMatchObject({
    status: 201,
    body: { type: 'ContentComment', capabilities: { content: { title: 'receipt2', fileSize: '6' } } },
  });
  form.set('fileData', new Blob(['x']), 'x.txt');
  expect(errorOf(await org.chatter('POST', items, { body: form }))).toMatchObject({
    errorCode: 'INVALID_MULTIPART_REQUEST',
  });
});

describe('refused', () => {
  test('a post in the place of a comment', async () => {
    expect(errorOf(await org.chatter('GET', `comments/${postId}`))).toEqual({
      status: 400,
      errorCode: 'INVALID_ID_FIELD',
      message: `Invalid identifier: ${postId}`,
    });
  });

  test('a comment without words, on nothing, or in answer to nothing', async () => {
    expect((await org.chatter('POST', items, { json: {} })).status).toBe(400);
    expect((await comment('x', { threadParentId: '0D7000000000001' })).status).toBe(404);
    expect((await org.chatter('POST', items.replace(postId, '0D5000000000001'))).status).toBe(404);
  });
});
