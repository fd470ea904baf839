import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectOf, uploadText } from './library.js';
import { type Answered, at, type CallOptions, errorOf, idsOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
let connect: (method: string, path: string, options?: CallOptions) => Promise<Answered>;
beforeEach(async () => {
  org = await startOrg();
  connect = connectOf(org);
});
afterEach(() => org.close());

const namesOf = (answered: Answered): unknown[] => {
  const topics = at(answered.body, 'topics');
  return Array.isArray(topics) ? topics.map((topic: unknown) => at(topic, 'name')) : [];
};

const createTopic = async (name: string, description?: string): Promise<string> =>
  String(at((await connect('POST', 'topics', { json: { name, description } })).body, 'id'));

const topicCalled = async (name: string): Promise<string> =>
  idsOf(await connect('GET', `topics?exactMatch=true&q=${encodeURIComponent(name)}`), 'topics')[0] ?? '';

const post = async (text: string, token?: string): Promise<string> => {
  const json = {
    feedElementType: 'FeedItem',
    subjectId: 'me',
    body: { messageSegments: [{ type: 'Text', text }] },
  };
  const answered = await org.chatter('POST', 'feed-elements', {
    json,
    ...(token === undefined ? {} : { token }),
  });
  return String(at(answered.body, 'id'));
};

describe('topics', () => {
  test('are made by name, once', async () => {
    const json = { name: 'W3C', description: 'Standards of the web.' };
    const made = await connect('POST', 'topics', { json });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ ...json, talkingAbout: 0, isBeingDeleted: false });
    const again = await connect('POST', 'topics', { json: { name: 'w3c' } });
    expect(errorOf(again)).toMatchObject({ status: 400, errorCode: 'DUPLICATE_VALUE' });
  });

  test('are found by a part of their names, or by the very name', async () => {
    await createTopic('Harbour lights');
    expect(namesOf(await connect('GET', 'topics?q=harbour&sort=alphaAsc'))).toEqual([
      'harbour',
      'Harbour lights',
    ]);
    expect(namesOf(await connect('GET', 'topics?q=harbour&exactMatch=true'))).toEqual(['harbour']);
    expect(errorOf(await connect('GET', 'topics?sort=sideways'))).toMatchObject({
      errorCode: 'INVALID_SORT_OPTION',
    });
  });

  test('are found by an old name when nobody has it now', async () => {
    const id = await createTopic('Dock');
    await connect('PATCH', `topics/${id}`, { json: { name: 'Pier' } });
    const query = 'topics?q=dock&exactMatch=true';
    expect(namesOf(await connect('GET', query))).toEqual([]);
    expect(namesOf(await connect('GET', `${query}&fallBackToRenamedTopics=true`))).toEqual(['Pier']);
  });

  test('come in pages, the most talked about first', async () => {
    const first = await connect('GET', 'topics?pageSize=1');
    const trending = await connect('GET', 'topics/trending?maxResults=2');
    expect(namesOf(trending)).toHaveLength(2);
    expect(namesOf(first)).toEqual(namesOf(trending).slice(0, 1));
    const second = await org.call('GET', String(at(first.body, 'nextPageUrl')));
    expect(namesOf(second)).toEqual(namesOf(trending).slice(1));
    expect(at(trending.body, 'currentPageUrl')).toBe(
      '/services/data/v66.0/connect/topics/trending?maxResults=2',
    );
  });

  test('merge into one, with their posts and hashtags', async () => {
    const postId = await post('Low water at noon. #tides');
    const into = await createTopic('Tide');
    const tides = await topicCalled('tides');
    const merged = await connect('PATCH', `topics/${into}`, { json: { idsToMerge: [tides] } });
    expect(merged.status).toBe(200);
    expect(at(merged.body, 'talkingAbout')).toBe(1);
    expect((await connect('GET', `topics/${tides}`)).status).toBe(404);
    const element = await org.chatter('GET', `feed-elements/${postId}`);
    expect(at(element.body, 'capabilities.topics.items.0.id')).toBe(into);
    expect(at(element.body, 'body.messageSegments.1.topicUrl')).toContain(into);
    const json = { idsToMerge: Array.from({ length: 6 }, () => into) };
    expect(errorOf(await connect('PATCH', `topics/${into}`, { json }))).toMatchObject({ status: 400 });
  });

  test('a deleted topic leaves the posts that had it', async () => {
    const postId = await post('Gone soon. #fleeting');
    expect((await connect('DELETE', `topics/${await topicCalled('fleeting')}`)).status).toBe(204);
    const element = await org.chatter('GET', `feed-elements/${postId}`);
    expect(at(element.body, 'capabilities.topics.items')).toEqual([]);
    expect(at(element.body, 'body.text')).toBe('Gone soon. #fleeting');
  });

  test('those that go together are related', async () => {
    await post('Both at once: #anchors and #chains');
    expect(namesOf(await connect('GET', `topics/${await topicCalled('anchors')}/related-topics`))).toEqual([
      'chains',
    ]);
  });

  test('are suggested for a text: first those that there are, then names', async () => {
    const { body } = await connect(
      'GET',
      `topics/suggestions?text=${encodeURIComponent('The repairs by Boatyard North took a week.')}`,
    );
    expect(at(body, 'topicSuggestions.0')).toMatchObject({
      name: 'repairs',
      existingTopic: { name: 'repairs' },
    });
    expect(at(body, 'topicSuggestions.1')).toEqual({ name: 'Boatyard North', existingTopic: null });
    expect(errorOf(await connect('GET', 'topics/suggestions'))).toMatchObject({
      errorCode: 'MISSING_ARGUMENT',
    });
  });
});

describe('topics on records', () => {
  const path = (): string => `records/${org.credentials.recordId}/topics`;

  test('are added one by one, replaced all at once, and taken off', async () => {
    const added = await connect('POST', path(), { json: { topicName: 'Schools' } });
    expect(added.status).toBe(201);
    const topicNames = ['API', 'Connect REST API', 'ConnectApi'];
    expect(namesOf(await connect('PUT', path(), { json: { topicNames } }))).toEqual(topicNames);
    const id = await topicCalled('API');
    expect((await connect('DELETE', `${path()}?topicId=${id}`)).status).toBe(204);
    expect((await connect('DELETE', `${path()}?topicId=${id}`)).status).toBe(404);
    expect(namesOf(await connect('GET', path()))).toEqual(topicNames.slice(1));
  });

  test('a post can have ten and a record a hundred', async () => {
    const postId = await post('No tags yet.');
    const names = (count: number): object => ({
      json: { topicNames: Array.from({ length: count }, (_, index) => `Topic ${index}`) },
    });
    expect((await connect('PUT', `records/${postId}/topics`, names(10))).status).toBe(200);
    const eleventh = { json: { topicName: 'One more' } };
    for (const refused of [
      await connect('POST', `records/${postId}/topics`, eleventh),
      await org.chatter('POST', `feed-elements/${postId}/capabilities/topics`, eleventh),
      await connect('PUT', path(), names(101)),
    ]) {
      expect(errorOf(refused)).toMatchObject({ status: 400, errorCode: 'LIMIT_EXCEEDED' });
    }
    expect((await connect('PUT', path(), names(100))).status).toBe(200);
  });

  test('a file with a topic is one of the files of the topic', async () => {
    const fileId = await uploadText(org, 'Words.txt', 'x');
    await connect('POST', `records/${fileId}/topics`, { json: { topicName: 'Paperwork' } });
    expect(idsOf(await connect('GET', `topics/${await topicCalled('Paperwork')}/files`), 'files')).toEqual([
      fileId,
    ]);
  });
});

describe('who knows what', () => {
  test('somebody who is endorsed is knowledgeable, until they opt out', async () => {
    const topicId = await createTopic('Sailing');
    const json = { userId: org.credentials.otherUserId };
    const endorsed = await connect('POST', `topics/${topicId}/endorsements`, { json });
    expect(endorsed.status).toBe(201);
    const again = await connect('POST', `topics/${topicId}/endorsements`, { json });
    expect(at(again.body, 'endorsementId')).toBe(at(endorsed.body, 'endorsementId'));

    const experts = await connect('GET', `topics/${topicId}/knowledgeable-users`);
    expect(at(experts.body, 'knowledgeableUsers.0')).toMatchObject({
      isEndorsedByMe: true,
      numEndorsements: 1,
      user: { id: org.credentials.otherUserId },
    });
    const token = await org.otherToken();
    const optOut = await connect('POST', `topics/${topicId}/topic-opt-outs`, { token });
    expect(optOut.status).toBe(201);
    expect(
      at((await connect('GET', `topics/${topicId}/knowledgeable-users`)).body, 'knowledgeableUsers'),
    ).toEqual([]);
    await connect('DELETE', `topic-opt-outs/${String(at(optOut.body, 'id'))}`, { token });
    const known = await org.chatter('GET', `users/${org.credentials.otherUserId}/knowledgeable-about-topics`);
    expect(JSON.stringify(known.body)).toContain('Sailing');
  });

  test('nobody endorses themselves, and only who endorsed takes it back', async () => {
    const topicId = await createTopic('Sailing');
    const self = await connect('POST', `topics/${topicId}/endorsements`, {
      json: { userId: org.credentials.userId },
    });
    expect(errorOf(self)).toMatchObject({ status: 400, errorCode: 'INVALID_OPERATION' });
    const json = { userId: org.credentials.otherUserId };
    const { body } = await connect('POST', `topics/${topicId}/endorsements`, { json });
    const path = `topic-endorsements/${String(at(body, 'endorsementId'))}`;
    expect((await connect('DELETE', path, { token: await org.otherToken() })).status).toBe(403);
    expect((await connect('DELETE', path)).status).toBe(204);
  });
});

describe('managed topics', () => {
  const base = 'communities/internal/managed-topics';
  const manage = (json: object): Promise<Answered> =>
    connect('POST', base, { json: { managedTopicType: 'Navigational', ...json } });

  test('make a menu of several levels', async () => {
    const parent = await manage({ name: 'Boats' });
    expect(parent.status).toBe(201);
    const parentId = String(at(parent.body, 'id'));
    await manage({ name: 'Kayaks', parentId });
    const flat = await connect('GET', `${base}?managedTopicType=Navigational`);
    expect(at(flat.body, 'managedTopics.0.children')).toEqual([]);
    const deep = await connect('GET', `${base}/${parentId}?depth=2`);
    expect(at(deep.body, 'children.0')).toMatchObject({
      parent: { id: parentId },
      topic: { name: 'Kayaks' },
    });
  });

  test('are moved among each other', async () => {
    await manage({ name: 'First' });
    const second = await manage({ name: 'Second' });
    const json = { managedTopicPositions: [{ managedTopicId: at(second.body, 'id'), position: 0 }] };
    const moved = await connect('PATCH', base, { json });
    expect([
      at(moved.body, 'managedTopics.0.topic.name'),
      at(moved.body, 'managedTopics.1.topic.name'),
    ]).toEqual(['Second', 'First']);
  });

  test('are there once, and only menus have levels', async () => {
    const parent = await manage({ name: 'Boats' });
    expect(errorOf(await manage({ name: 'Boats' }))).toMatchObject({
      status: 400,
      errorCode: 'DUPLICATE_VALUE',
    });
    const featured = await manage({
      name: 'News',
      managedTopicType: 'Featured',
      parentId: at(parent.body, 'id'),
    });
    expect(errorOf(featured)).toMatchObject({ status: 400, errorCode: 'INVALID_OPERATION' });
    expect((await connect('DELETE', `${base}/${String(at(parent.body, 'id'))}`)).status).toBe(204);
    expect(at((await connect('GET', base)).body, 'managedTopics')).toEqual([]);
  });
});
