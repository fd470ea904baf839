import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hasFixtures, recorded } from './fixtures.js';
import { at, type CallOptions, errorOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
let ada: { readonly id: string; readonly token: string };
beforeEach(async () => {
  org = await startOrg();
  ada = await org.newcomer('Ada', 'Berg');
});
afterEach(() => org.close());

const found = async (visibility: string): Promise<string> =>
  String(at((await org.chatter('POST', 'groups', { json: { name: 'Sailors', visibility } })).body, 'id'));

const add = (groupId: string, member: object, options?: CallOptions) =>
  org.chatter('POST', `groups/${groupId}/members`, { json: member, ...options });

const asAda = (): CallOptions => ({ token: ada.token });

describe('members', () => {
  test('of a public group join by themselves', async () => {
    const id = await found('PublicAccess');
    const joined = await add(id, { userId: ada.id }, asAda());
    expect(joined.status).toBe(201);
    expect(joined.body).toMatchObject({
      id: expect.stringMatching(/^0FB/) as unknown,
      role: 'StandardMember',
      user: { id: ada.id },
    });
    expect(at((await add(id, { userId: ada.id }, asAda())).body, 'id')).toBe(at(joined.body, 'id'));
    expect((await org.chatter('GET', `groups/${id}`, asAda())).body).toMatchObject({
      memberCount: 2,
      myRole: 'StandardMember',
      mySubscription: { id: at(joined.body, 'id'), url: at(joined.body, 'url') },
    });
  });

  test('are added by those who run the group, in the role that they get', async () => {
    const id = await found('Unlisted');
    expect((await add(id, { userId: ada.id }, asAda())).status).toBe(404);
    const added = await add(id, { userId: ada.id, role: 'groupmanager' });
    expect([added.status, at(added.body, 'role')]).toEqual([201, 'GroupManager']);
    const byManager = await add(id, { userId: org.credentials.otherUserId }, asAda());
    expect(byManager.status).toBe(201);
  });

  test('of a private group are not added by strangers, nor managers of a public one by themselves', async () => {
    const refused = { status: 403, errorCode: 'INSUFFICIENT_ACCESS' };
    expect(errorOf(await add(await found('PrivateAccess'), { userId: ada.id }, asAda()))).toMatchObject(
      refused,
    );
    const open = await found('PublicAccess');
    expect(errorOf(await add(open, { userId: ada.id, role: 'GroupManager' }, asAda()))).toMatchObject(
      refused,
    );
    expect(errorOf(await add(open, { userId: org.credentials.otherUserId }, asAda()))).toMatchObject(refused);
  });

  test.each([
    [{}, 'MISSING_ARGUMENT'],
    [{ userId: '0F9000000000001' }, 'INVALID_ID_FIELD'],
    [{ userId: 'me', role: 'GroupOwner' }, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
  ])('cannot be %j', async (member, errorCode) => {
    expect(errorOf(await add(await found('PublicAccess'), member))).toMatchObject({ status: 400, errorCode });
  });

  test('are listed with those who run the group first, in pages of up to a thousand', async () => {
    const id = await found('PublicAccess');
    await add(id, { userId: org.credentials.otherUserId });
    await add(id, { userId: ada.id, role: 'GroupManager' });
    const all = objectOf(await org.chatter('GET', `groups/${id}/members?pageSize=1000`));
    expect(all).toMatchObject({
      members: [
        { role: 'GroupOwner', user: { id: org.credentials.userId } },
        { role: 'GroupManager', user: { id: ada.id } },
        { role: 'StandardMember', user: { id: org.credentials.otherUserId } },
      ],
      myMembership: { id: at(all, 'members.0.id') },
      totalMemberCount: 3,
      nextPageUrl: null,
    });
    const first = objectOf(await org.chatter('GET', `groups/${id}/members?pageSize=2`));
    expect(objectOf(await org.call('GET', String(first['nextPageUrl'])))).toMatchObject({
      members: [{ user: { id: org.credentials.otherUserId } }],
      totalMemberCount: 3,
    });
    expect((await org.chatter('GET', `groups/${id}/members?pageSize=1001`)).status).toBe(400);
  });
});

describe('a membership', () => {
  test('has a role, which those who run the group change', async () => {
    const id = await found('PublicAccess');
    const path = String(at((await add(id, { userId: ada.id })).body, 'url'));
    const promote = (options?: CallOptions) =>
      org.call('PATCH', path, { json: { role: 'GroupManager', userId: ada.id }, ...options });
    expect(errorOf(await promote(asAda()))).toMatchObject({ status: 403 });
    expect((await promote()).body).toMatchObject({ role: 'GroupManager' });
    expect((await org.call('GET', path, asAda())).body).toMatchObject({ role: 'GroupManager' });
  });

  test('ends when somebody leaves or is shown out, but the owner stays', async () => {
    const id = await found('PublicAccess');
    const path = String(at((await add(id, { userId: ada.id })).body, 'url'));
    expect((await org.call('DELETE', path, { token: await org.otherToken() })).status).toBe(403);
    expect((await org.call('DELETE', path, asAda())).status).toBe(204);
    expect((await org.call('DELETE', path, asAda())).status).toBe(404);
    const again = String(at((await add(id, { userId: ada.id })).body, 'url'));
    expect((await org.call('DELETE', again)).status).toBe(204);

    const own = String(at((await org.chatter('GET', `groups/${id}`)).body, 'mySubscription.url'));
    expect(errorOf(await org.call('DELETE', own))).toMatchObject({
      status: 400,
      errorCode: 'CANNOT_DELETE_OWNER',
    });
    expect(errorOf(await org.call('PATCH', own, { json: { role: 'StandardMember' } }))).toMatchObject({
      status: 400,
      errorCode: 'INVALID_OPERATION',
    });
  });

  test('of an unlisted group is not there for strangers', async () => {
    const id = await found('Unlisted');
    const own = String(at((await org.chatter('GET', `groups/${id}`)).body, 'mySubscription.url'));
    expect((await org.call('GET', own, asAda())).status).toBe(404);
  });

  test.skipIf(!hasFixtures)('can be asked for with others, in the recorded shape', async () => {
    const id = await found('PublicAccess');
    const membership = String(at((await add(id, { userId: ada.id })).body, 'id'));
    const answered = await org.chatter('GET', `group-memberships/batch/${membership},0FB000000000001`);
    const real = recorded('group-memberships-batch-mixed-v66.json');
    expect(answered.status).toBe(200);
    expect(answered.body).toMatchObject({
      hasErrors: true,
      results: [
        { statusCode: 200, result: { id: membership, role: 'StandardMember' } },
        { statusCode: 404, result: at(real, 'results.1.result') },
      ],
    });
    const keys = Object.keys(at(answered.body, 'results.0.result') as object);
    expect(keys).toEqual(expect.arrayContaining(Object.keys(at(real, 'results.0.result') as object)));
  });
});

describe('asking to join', () => {
  const ask = (groupId: string) => org.chatter('POST', `groups/${groupId}/members/requests`, asAda());

  test('a private group gives a request that waits, and asking again gives the same', async () => {
    const id = await found('PrivateAccess');
    const asked = await ask(id);
    expect(asked.status).toBe(201);
    expect(asked.body).toMatchObject({
      id: expect.stringMatching(/^0I5/) as unknown,
      requestedGroup: { id },
      responseMessage: null,
      status: 'Pending',
      user: { id: ada.id },
    });
    const again = await ask(id);
    expect([again.status, at(again.body, 'id')]).toEqual([201, at(asked.body, 'id')]);
    expect((await org.chatter('GET', `groups/${id}`, asAda())).body).toMatchObject({
      myRole: 'NotAMemberPrivateRequested',
    });
    expect((await org.chatter('GET', `groups/${id}`)).body).toMatchObject({ pendingRequests: 1 });
  });

  test('is for private groups only, and nothing for members', async () => {
    const open = await found('PublicAccess');
    expect(errorOf(await ask(open))).toMatchObject({
      status: 403,
      errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY',
      message: expect.stringContaining('adding yourself') as unknown,
    });
    await add(open, { userId: ada.id });
    expect(await ask(open)).toMatchObject({ status: 204, text: '' });
    expect((await ask(await found('Unlisted'))).status).toBe(404);
  });

  test('is decided once, by those who run the group', async () => {
    const id = await found('PrivateAccess');
    const path = String(at((await ask(id)).body, 'url'));
    const decide = (json: object, options?: CallOptions) => org.call('PATCH', path, { json, ...options });
    expect(errorOf(await decide({ status: 'Accepted' }, asAda()))).toMatchObject({ status: 403 });
    expect(errorOf(await decide({ status: 'Pending' }))).toMatchObject({ status: 400 });
    expect(errorOf(await decide({ status: 'Declined', responseMessage: 'x'.repeat(757) }))).toMatchObject({
      status: 400,
    });
    await org.clock.advance(60_000);
    const accepted = await decide({ status: 'accepted', responseMessage: 'Welcome' });
    expect(accepted).toMatchObject({ status: 200, body: { status: 'Accepted', responseMessage: 'Welcome' } });
    expect(at(accepted.body, 'lastUpdateDate')).not.toBe(at(accepted.body, 'createdDate'));
    expect((await org.chatter('GET', `groups/${id}`, asAda())).body).toMatchObject({
      myRole: 'StandardMember',
    });
    expect(errorOf(await decide({ status: 'Declined' }))).toMatchObject({ status: 409 });
  });

  test('may be repeated after it was declined', async () => {
    const id = await found('PrivateAccess');
    const first = (await ask(id)).body;
    await org.call('PATCH', String(at(first, 'url')), { json: { status: 'Declined' } });
    const second = (await ask(id)).body;
    expect(at(second, 'id')).not.toBe(at(first, 'id'));
    const requests = (query: string, options?: CallOptions) =>
      org.chatter('GET', `groups/${id}/members/requests${query}`, options);
    expect(objectOf(await requests(''))).toMatchObject({ total: 2 });
    expect(objectOf(await requests('?status=Declined'))).toMatchObject({
      total: 1,
      requests: [{ id: at(first, 'id') }],
    });
    expect(objectOf(await requests('?status=Pending', asAda()))).toMatchObject({ total: 1 });
    expect(objectOf(await requests('', { token: await org.otherToken() }))).toMatchObject({ total: 0 });
    expect((await requests('?status=Lost')).status).toBe(400);
  });
});

describe('settings of a member', () => {
  test('begin with what the user wants of all groups, and change for one', async () => {
    const settings = { defaultGroupEmailFrequency: 'Never' };
    expect((await org.chatter('GET', 'users/me/settings', asAda())).body).toEqual({
      defaultGroupEmailFrequency: 'DailyDigest',
    });
    expect((await org.chatter('PATCH', 'users/me/settings', { json: settings, ...asAda() })).body).toEqual(
      settings,
    );
    expect((await org.chatter('GET', `users/${ada.id}/settings`)).status).toBe(403);

    const id = await found('PublicAccess');
    const path = `groups/${id}/my-settings`;
    expect((await org.chatter('GET', path, asAda())).status).toBe(403);
    await add(id, { userId: ada.id });
    expect((await org.chatter('GET', path, asAda())).body).toEqual({ emailFrequency: 'Never' });
    const changed = await org.chatter('PATCH', path, {
      json: { emailFrequency: 'weeklydigest' },
      ...asAda(),
    });
    expect([changed.status, changed.body]).toEqual([200, { emailFrequency: 'WeeklyDigest' }]);
    expect((await org.chatter('PATCH', `${path}?emailFrequency=Hourly`, asAda())).status).toBe(400);
    expect((await org.chatter('GET', path)).body).toEqual({ emailFrequency: 'DailyDigest' });
  });
});

describe('inviting', () => {
  test.each([
    ['as the guide prints the address', (id: string) => `groups/group/${id}/invite`],
    ['as all other addresses are', (id: string) => `groups/${id}/invite`],
  ])('is done %s', async (_how, path) => {
    const id = await found('PrivateAccess');
    const stranger = 'ida@elsewhere.example.com';
    const member = org.credentials.username;
    const invitees = { emails: [org.credentials.otherUsername, stranger, member] };
    const invited = await org.chatter('POST', path(id), { json: { invitees, message: 'Come!' } });
    expect(invited.status).toBe(201);
    expect(invited.body).toEqual({
      invitations: [
        {
          email: org.credentials.otherUsername,
          status: 'ActedUponUser',
          userId: org.credentials.otherUserId,
        },
        { email: stranger, status: 'Invited', userId: null },
        { email: member, status: 'NoActionNeededUser', userId: org.credentials.userId },
      ],
    });
    expect((await org.chatter('GET', `groups/${id}`)).body).toMatchObject({ memberCount: 2 });
  });

  test('takes a plain list, refuses what is no address, and is for members', async () => {
    const id = await found('PublicAccess');
    const invite = (invitees: unknown, options?: CallOptions) =>
      org.chatter('POST', `groups/group/${id}/invite`, { json: { invitees }, ...options });
    expect(at((await invite(['ida@elsewhere.example.com'])).body, 'invitations.0.status')).toBe('Invited');
    expect(errorOf(await invite([]))).toMatchObject({ status: 400, errorCode: 'MISSING_ARGUMENT' });
    expect(errorOf(await invite(['Ida']))).toMatchObject({ status: 400, errorCode: 'POST_BODY_PARSE_ERROR' });
    expect((await invite(['ida@elsewhere.example.com'], asAda())).status).toBe(403);
  });
});
