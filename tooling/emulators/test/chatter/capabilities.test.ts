import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  addPost,
  type Answered,
  at,
  type CallOptions,
  capabilityOf,
  errorOf,
  idsOf,
  startOrg,
  type TestOrg,
} from './org.js';

let org: TestOrg;
let token: string;
beforeEach(async () => {
  org = await startOrg();
  token = await org.otherToken();
});
afterEach(() => org.close());

const post = (more?: object): Promise<string> => addPost(org, more);
const capability = (
  ...named: [id: string, name: string, json?: object, more?: CallOptions]
): Promise<Answered> => capabilityOf(org, ...named);

describe('likes', () => {
  test('a second like is the first, and everybody sees it in other words', async () => {
    const id = await post();
    const path = `feed-elements/${id}/capabilities/chatter-likes/items`;
    const first = await org.chatter('POST', path);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ likedItem: { id }, user: { id: org.credentials.userId } });
    expect((await org.chatter('POST', path)).body).toEqual(first.body);
    expect((await capability(id, 'chatter-likes')).body).toMatchObject({
      isLikedByCurrentUser: true,
      likesMessage: { text: 'You like this.' },
      myLike: { id: at(first.body, 'id') },
      page: { total: 1, currentPageToken: 0 },
    });
    const others = await capability(id, 'chatter-likes', undefined, { token });
    expect(at(others.body, 'likesMessage.text')).toBe('Mara Lindqvist likes this.');
    await org.chatter('POST', path, { token });
    expect(at((await capability(id, 'chatter-likes')).body, 'likesMessage.text')).toBe(
      'You and Tomás Rivera like this.',
    );
  });

  test('are switched by PATCH and taken back by their owner, once', async () => {
    const id = await post();
    const path = `feed-elements/${id}/capabilities/chatter-likes/items`;
    const liked = await org.chatter('PATCH', path, { json: { isLikedByCurrentUser: 'true' } });
    expect(liked.body).toMatchObject({ total: 1 });
    const like = `likes/${String(at(liked.body, 'items.0.id'))}`;
    expect((await org.chatter('DELETE', like, { token })).status).toBe(403);
    expect((await org.chatter('DELETE', like)).status).toBe(204);
    expect((await org.chatter('DELETE', like)).status).toBe(404);
  });
});

describe('a poll', () => {
  const poll = { capabilities: { poll: { choices: ['Tea', 'Coffee'] } } };

  test('counts the last vote of everybody', async () => {
    const id = await post(poll);
    const created = await capability(id, 'poll');
    const [tea, coffee] = [at(created.body, 'choices.0.id'), at(created.body, 'choices.1.id')];
    expect(created.body).toMatchObject({ myChoiceId: null, totalVoteCount: 0 });
    await capability(id, 'poll', { myChoiceId: tea });
    await capability(id, 'poll', { myChoiceId: tea }, { token });
    const voted = await capability(id, 'poll', { myChoiceId: coffee });
    expect(voted.body).toMatchObject({
      choices: [
        { position: 1, text: 'Tea', voteCount: 1, voteCountRatio: 0.5 },
        { position: 2, text: 'Coffee', voteCount: 1, voteCountRatio: 0.5 },
      ],
      myChoiceId: coffee,
      totalVoteCount: 2,
    });
    expect(at((await org.chatter('GET', `feed-elements/${id}`)).body, 'type')).toBe('PollPost');
  });

  test.each([[['Tea']], [Array.from({ length: 11 }, String)]])(
    'has two to ten choices, not %s',
    async (choices) => {
      await expect(post({ capabilities: { poll: { choices } } })).rejects.toThrow(
        'NUMBER_OUTSIDE_VALID_RANGE',
      );
    },
  );
});

test('a question has a title, and its asker chooses the best answer and takes it back', async () => {
  const id = await post({ capabilities: { questionAndAnswers: { questionTitle: 'Why?' } } });
  const comment = await org.chatter('POST', `feed-elements/${id}/capabilities/comments/items?text=Because`, {
    token,
  });
  const bestAnswerId = String(at(comment.body, 'id'));
  expect((await capability(id, 'question-and-answers', { bestAnswerId }, { token })).status).toBe(403);
  const chosen = await capability(id, 'question-and-answers', { bestAnswerId });
  expect(chosen.body).toMatchObject({
    bestAnswer: { id: bestAnswerId },
    bestAnswerSelectedBy: { id: org.credentials.userId },
    questionTitle: 'Why?',
  });
  const none = await capability(id, 'question-and-answers', { bestAnswerId: null });
  expect(none.body).toMatchObject({ bestAnswer: null, bestAnswerSelectedBy: null });
});

test.each([
  ['bookmarks', { isBookmarkedByCurrentUser: true }, 'bookmarks/me'],
  ['mute', { isMutedByMe: 'true' }, 'mute/me'],
])('%s fill a feed of their own', async (name, json, feed) => {
  const id = await post();
  expect((await capability(id, name, json)).status).toBe(200);
  expect(idsOf(await org.chatter('GET', `feeds/${feed}/feed-elements`))).toEqual([id]);
  const news = idsOf(await org.chatter('GET', 'feeds/news/me/feed-elements'));
  expect(news.includes(id)).toBe(name === 'bookmarks');
});

test('who closes a post ends its comments', async () => {
  const id = await post();
  expect((await capability(id, 'close', { isClosed: true })).body).toMatchObject({ isClosed: true });
  const comment = await org.chatter('POST', `feed-elements/${id}/capabilities/comments/items?text=x`);
  expect(errorOf(comment)).toMatchObject({ status: 400, errorCode: 'INVALID_OPERATION' });
});

test('a post is read by who says so, and unread again when it changes', async () => {
  const id = await post();
  expect((await capability(id, 'read-by', undefined, { token })).body).toMatchObject({ isReadByMe: false });
  const read = await org.chatter('PATCH', `feed-elements/batch/${id},0D5000000000001/capabilities/read-by`, {
    json: { isReadByMe: true },
    token,
  });
  expect(read.body).toMatchObject({
    hasErrors: true,
    results: [{ statusCode: 200, result: { isReadByMe: true } }, { statusCode: 404 }],
  });
  expect(at((await capability(id, 'read-by')).body, 'page.items.0.user.id')).toBe(
    org.credentials.otherUserId,
  );
  await org.clock.advance(5_000);
  await org.chatter('POST', `feed-elements/${id}/capabilities/comments/items?text=x`);
  expect((await capability(id, 'read-by', undefined, { token })).body).toMatchObject({ isReadByMe: false });
});

test('votes go up, down and away', async () => {
  const id = await post();
  await capability(id, 'up-down-vote', { vote: 'down' }, { token });
  expect((await capability(id, 'up-down-vote', { vote: 'Up' })).body).toEqual({
    downVoteCount: 1,
    myVote: 'Up',
    upVoteCount: 1,
  });
  expect((await capability(id, 'up-down-vote/items?vote=Down')).body).toMatchObject({
    currentPageToken: 0,
    items: [{ type: 'Down', user: { id: org.credentials.otherUserId }, votedItem: { id } }],
    total: 1,
  });
  expect((await capability(id, 'up-down-vote', { vote: 'None' })).body).toMatchObject({ upVoteCount: 0 });
});

test('topics are assigned by name or id, and removed', async () => {
  const id = await post();
  const path = `feed-elements/${id}/capabilities/topics`;
  const topic = await org.chatter('POST', `${path}?topicName=Ropes`);
  expect(topic).toMatchObject({ status: 201, body: { name: 'Ropes', talkingAbout: 1 } });
  const topicId = String(at(topic.body, 'id'));
  expect(idsOf(await org.chatter('GET', `feeds/topics/${topicId}/feed-elements`))).toEqual([id]);
  expect((await org.chatter('DELETE', `${path}?topicId=${topicId}`)).status).toBe(204);
  expect((await org.chatter('DELETE', `${path}?topicId=${topicId}`)).status).toBe(404);
  expect((await org.chatter('POST', `${path}?topicName=${'x'.repeat(151)}`)).status).toBe(400);
});

test('a post that is shared says what it shares', async () => {
  const original = await post();
  const shared = await post({
    body: undefined,
    capabilities: { feedEntityShare: { feedEntityId: original } },
  });
  expect((await capability(shared, 'feed-entity-share')).body).toMatchObject({
    feedEntity: { id: original, isEntityAvailable: true, body: { text: 'A post' } },
  });
  await org.chatter('DELETE', `feed-elements/${original}`);
  expect(at((await capability(shared, 'feed-entity-share')).body, 'feedEntity')).toMatchObject({
    id: original,
    isEntityAvailable: false,
  });
});

test('a link makes a LinkPost, even without a text', async () => {
  const link = { url: 'https://www.example.com/', urlName: 'Example' };
  const id = await post({ body: undefined, capabilities: { link } });
  const { body } = await org.chatter('GET', `feed-elements/${id}`);
  expect(body).toMatchObject({ type: 'LinkPost', body: { text: null }, capabilities: { link } });
});

test('a capability that a post does not have is not found', async () => {
  expect((await capability(await post(), 'poll')).status).toBe(404);
});

test('an unfit post is flagged once by everybody, in a site', async () => {
  const id = await post();
  const path = `/services/data/v66.0/connect/communities/internal/chatter/feed-elements/${id}/capabilities/moderation`;
  const json = { type: 'FlagAsSpam', note: 'Buy this', visibility: 'ModeratorsOnly' };
  await org.call('POST', path, { json });
  const flagged = await org.call('POST', path, { json });
  expect(flagged.body).toMatchObject({
    moderationFlags: { flagCount: 1, flaggedByMe: true, flagCountByReason: { FlagAsSpam: 1 } },
  });
  expect((await org.call('DELETE', path)).status).toBe(204);
});
