import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, type CallOptions, errorOf, idsOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const connect = (method: string, path: string, options?: CallOptions) =>
  org.call(method, `/services/data/v66.0/connect/${path}`, options);

const define = async (name: string): Promise<string> => {
  const json = { name, title: 'Read', explanation: 'It is good.', actionUrl: '/x', actionUrlName: 'Open' };
  const answered = await connect('POST', 'recommendation-definitions', { json });
  expect(answered).toMatchObject({
    status: 201,
    body: { ...json, id: expect.stringMatching(/^0RD/) as unknown },
  });
  return String(at(answered.body, 'id'));
};

const schedule = (json: object) => connect('POST', 'scheduled-recommendations', { json });

test('what is recommended is defined, changed and taken away', async () => {
  const id = await define('Handbook');
  const path = `recommendation-definitions/${id}`;
  expect((await connect('PATCH', path, { json: { name: 'Guide', title: null } })).body).toMatchObject({
    name: 'Guide',
    title: null,
    explanation: 'It is good.',
  });
  expect(idsOf(await connect('GET', 'recommendation-definitions'), 'recommendationDefinitions')).toEqual([
    id,
  ]);
  expect((await connect('DELETE', path)).status).toBe(204);
  expect((await connect('GET', path)).status).toBe(404);
  expect(errorOf(await connect('POST', 'recommendation-definitions', { json: {} }))).toMatchObject({
    status: 400,
    errorCode: 'MISSING_ARGUMENT',
  });
});

test('an audience has members, who are added and removed', async () => {
  const { userId, otherUserId } = org.credentials;
  const made = await connect('POST', 'recommendation-audiences', { json: { name: 'Skippers' } });
  expect(made).toMatchObject({ status: 201, body: { name: 'Skippers', memberCount: 0 } });
  const path = `recommendation-audiences/${String(at(made.body, 'id'))}`;
  const add = { memberOperationType: 'Add', members: [userId, otherUserId] };
  expect((await connect('PATCH', path, { json: add })).body).toMatchObject({ memberCount: 2 });
  const remove = { criteria: { memberOperationType: 'remove', members: { users: [userId] } } };
  expect((await connect('PATCH', path, { json: remove })).body).toMatchObject({
    memberCount: 1,
    members: { users: [{ id: otherUserId }], userCount: 1 },
  });
  expect(objectOf(await connect('GET', `${path}/members`))).toMatchObject({
    users: [{ id: otherUserId }],
    userCount: 1,
    nextPageUrl: null,
  });
  expect(objectOf(await connect('GET', 'recommendation-audiences'))).toMatchObject({ audienceCount: 1 });
  expect((await connect('DELETE', path)).status).toBe(204);
  expect((await connect('GET', path)).status).toBe(404);
});

test('recommendations of a channel are ranked without gaps', async () => {
  const [one, two] = [await define('One'), await define('Two')];
  const first = (await schedule({ recommendationDefinitionId: one })).body;
  const second = (await schedule({ recommendationDefinitionId: two, rank: 1, enabled: 'false' })).body;
  expect(second).toMatchObject({
    channel: 'DefaultChannel',
    enabled: false,
    rank: 1,
    recommendationAudienceId: null,
    recommendationDefinitionRepresentation: { name: 'Two' },
  });
  const ranked = async (): Promise<string[]> =>
    idsOf(await connect('GET', 'scheduled-recommendations'), 'scheduledRecommendations');
  const [firstId, secondId] = [String(at(first, 'id')), String(at(second, 'id'))];
  expect(await ranked()).toEqual([secondId, firstId]);
  const moved = await connect('PATCH', `scheduled-recommendations/${secondId}`, { json: { rank: 5 } });
  expect(moved.body).toMatchObject({ rank: 2 });
  expect(await ranked()).toEqual([firstId, secondId]);
  await connect('DELETE', `scheduled-recommendations/${firstId}?deleteDefinitionIfLast=true`);
  expect((await connect('GET', `scheduled-recommendations/${secondId}`)).body).toMatchObject({ rank: 1 });
  expect((await connect('GET', `recommendation-definitions/${one}`)).status).toBe(404);
  await connect('DELETE', `recommendation-definitions/${two}`);
  expect(await ranked()).toEqual([]);
});

test('a recommendation is for everybody, or for an audience that is there', async () => {
  const recommendationDefinitionId = await define('One');
  const audience = await connect('POST', 'recommendation-audiences', { json: { name: 'Skippers' } });
  const recommendationAudienceId = at(audience.body, 'id');
  const made = await schedule({ recommendationDefinitionId, recommendationAudienceId });
  expect(made).toMatchObject({ status: 201, body: { recommendationAudienceId } });
  await connect('DELETE', `recommendation-audiences/${String(recommendationAudienceId)}`);
  const path = `scheduled-recommendations/${String(at(made.body, 'id'))}`;
  expect((await connect('GET', path)).body).toMatchObject({ recommendationAudienceId: null });
  const gone = await schedule({ recommendationDefinitionId, recommendationAudienceId });
  expect(gone.status).toBe(404);
  expect((await schedule({ recommendationDefinitionId: '0RD000000000001' })).status).toBe(404);
  expect((await schedule({ recommendationDefinitionId, channel: 'Radio' })).status).toBe(400);
});
