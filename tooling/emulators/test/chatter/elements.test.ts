import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  addPost,
  type Answered,
  type CallOptions,
  capabilityOf,
  idsOf,
  objectOf,
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

describe('a draft', () => {
  test('is for its author alone until it is published', async () => {
    const id = await post({ capabilities: { status: { feedEntityStatus: 'Draft' } } });
    expect((await org.chatter('GET', `feed-elements/${id}`, { token })).status).toBe(404);
    expect(idsOf(await org.chatter('GET', 'feeds/draft/me/feed-elements'))).toEqual([id]);
    const json = {
      feedElementType: 'FeedItem',
      subjectId: 'me',
      body: { messageSegments: [{ type: 'Text', text: 'Ready' }] },
    };
    const published = await org.chatter('POST', `feed-elements/publish-draft?feedElementId=${id}`, { json });
    expect(published.body).toMatchObject({ id, body: { text: 'Ready' } });
    expect((await org.chatter('GET', `feed-elements/${id}`, { token })).status).toBe(200);
  });
});

describe('an edit', () => {
  test('makes a new revision, by the author only', async () => {
    const id = await post();
    await org.clock.advance(60_000);
    const json = { body: { messageSegments: [{ type: 'Text', text: 'Better' }] } };
    expect((await org.chatter('PATCH', `feed-elements/${id}`, { json, token })).status).toBe(403);
    const edited = objectOf(await org.chatter('PATCH', `feed-elements/${id}`, { json }));
    expect(edited).toMatchObject({
      body: { text: 'Better' },
      modifiedDate: '2026-03-09T10:21:30.000Z',
      capabilities: { edit: { latestRevision: 2, lastEditedBy: { id: org.credentials.userId } } },
    });
    const mine = await capability(id, 'edit/is-editable-by-me');
    expect(mine.body).toEqual({
      areAttachmentsEditableByMe: true,
      feedEntityUrl: `/services/data/v66.0/chatter/feed-elements/${id}`,
      isEditableByMe: true,
    });
  });
});

test('a direct message is seen by its members, who come and go', async () => {
  const { otherUserId, userId } = org.credentials;
  const id = await post({
    subjectId: undefined,
    capabilities: { directMessage: { membersToAdd: [otherUserId], subject: 'Boats' } },
  });
  const theirs = () => org.chatter('GET', 'feeds/direct-messages/feed-elements', { token });
  expect(idsOf(await theirs())).toEqual([id]);
  expect(idsOf(await org.chatter('GET', 'feeds/news/me/feed-elements'))).not.toContain(id);
  const changed = await capability(id, 'direct-message', { membersToRemove: [otherUserId] });
  expect(changed.body).toMatchObject({
    subject: 'Boats',
    members: { users: [{ id: userId }] },
    originalMembers: { users: [{ id: userId }, { id: otherUserId }] },
    memberChanges: {
      activities: [{ actor: { id: userId }, membersRemoved: { users: [{ id: otherUserId }] } }],
    },
  });
  expect(idsOf(await theirs())).toEqual([]);
  expect((await org.chatter('GET', `feed-elements/${id}`, { token })).status).toBe(404);
});

describe('batches', () => {
  test('read several posts, of which some may be missing', async () => {
    const id = await post();
    const { status, body } = await org.chatter(
      'GET',
      `feed-elements/batch/${id},0D5000000000001,${org.credentials.userId}`,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      hasErrors: true,
      results: [
        { statusCode: 200, result: { id } },
        { statusCode: 404, result: [{ errorCode: 'NOT_FOUND' }] },
        { statusCode: 400, result: [{ errorCode: 'INVALID_ID_FIELD' }] },
      ],
    });
  });

  test('make several posts, each for itself', async () => {
    const richInput = (text: string) => ({
      richInput: {
        feedElementType: 'FeedItem',
        subjectId: 'me',
        body: { messageSegments: [{ type: 'Text', text }] },
      },
    });
    const json = { inputs: [richInput('one'), richInput(''), richInput('three')] };
    const { body } = await org.chatter('POST', 'feed-elements/batch', { json });
    expect(body).toMatchObject({
      hasErrors: true,
      results: [{ statusCode: 201 }, { statusCode: 400 }, { statusCode: 201 }],
    });
    const many = { inputs: Array.from({ length: 501 }, () => richInput('x')) };
    expect((await org.chatter('POST', 'feed-elements/batch', { json: many })).status).toBe(400);
  });
});
