// App users: made, found, changed, merged, forgotten.
import assert from 'node:assert/strict';
import { trial } from '../../trial.mjs';
import { act, app, url } from '../app.mjs';
import Smooch from 'smooch-core';
import { callers, refused, smooch } from './callers.mjs';

for (const {
  by,
  smooch: { appUsers, integrations },
  makeUser,
} of callers) {
  const userId = `steve-${by}@channel5.com`;

  await trial(`${by}: a user is made, found, changed, and not made twice`, async () => {
    const { appUser } = await makeUser({
      userId,
      givenName: 'Steve',
      properties: { level: 1 },
    });
    assert.equal(appUser.userId, userId);
    const changed = await appUsers.update(userId, { surname: 'Brule', properties: { doctor: true } });
    assert.deepEqual(changed.appUser.properties, { level: 1, doctor: true });
    const found = await appUsers.get(appUser._id);
    assert.deepEqual([found.appUser.givenName, found.appUser.surname], ['Steve', 'Brule']);
    await assert.rejects(makeUser({ userId }), refused(409, 'conflict'));
  });

  await trial(`${by}: a user can be led over to other channels`, async () => {
    const { authCode } = await appUsers.getAuthCode(userId);
    assert.match(authCode, /^ac_[\da-f]{24}$/);
    const made = [];
    for (const props of [
      { type: 'messenger', pageAccessToken: 'p', appId: 'a', appSecret: 's' },
      { type: 'telegram', token: 't' },
    ]) {
      made.push((await integrations.create(props)).integration);
    }
    const ids = made.map(({ _id }) => _id);
    const { linkRequests } = await appUsers.getLinkRequests(userId, ids);
    assert.deepEqual(
      linkRequests.map(({ integrationId, type }) => [integrationId, type]),
      made.map(({ _id, type }) => [_id, type]),
    );
    for (const { code, url: address } of linkRequests) {
      assert.match(code, /^lr_[\da-f]{24}$/);
      assert.ok(address.endsWith(code), address);
    }
    for (const id of ids) await integrations.delete(id);
  });

  await trial(`${by}: the business systems of a user are named`, async () => {
    assert.deepEqual(await appUsers.getBusinessSystems(userId), { businessSystems: [] });
    const businessSystem = { type: 'slack', channelId: 'C0HABHM3L' };
    await act('is-in', { user: userId, businessSystem });
    assert.deepEqual(await appUsers.getBusinessSystems(userId), { businessSystems: [businessSystem] });
  });

  await trial(`${by}: users are merged, and the one that is left has it all`, async () => {
    const one = await makeUser({ userId: `one-${by}`, properties: { from: 'one' } });
    const other = await makeUser({ userId: `other-${by}` });
    await appUsers.sendMessage(`other-${by}`, { role: 'appUser', type: 'text', text: 'Me too' });
    await appUsers.mergeUsers({
      surviving: { _id: one.appUser._id },
      discarded: { _id: other.appUser._id },
    });
    const { messages } = await appUsers.getMessages(`one-${by}`);
    assert.deepEqual(
      messages.map(({ text }) => text),
      ['Me too'],
    );
  });

  await trial(`${by}: a profile is cleared, and then the user deleted`, async () => {
    const { appUser } = await appUsers.deleteProfile(userId);
    assert.deepEqual(
      [appUser.userId, appUser.givenName, appUser.surname, appUser.properties],
      [userId, undefined, undefined, {}],
    );
    assert.deepEqual(await appUsers.delete(userId), {});
    await assert.rejects(appUsers.get(userId), refused(404, 'not_found'));
  });
}

await trial('what is not there is refused in words', () =>
  assert.rejects(smooch.appUsers.get('nobody'), refused(404, 'not_found', 'App user not found')),
);

await trial('a key of another secret is refused', async () => {
  const other = new Smooch({ ...app, secret: 'wrong', scope: 'app', serviceUrl: url });
  await assert.rejects(other.appUsers.get('customer-2093'), refused(401, 'unauthorized'));
});

await trial('a user’s own token reaches that user and no other', async () => {
  const userId = 'customer-2093';
  const own = new Smooch({ ...app, scope: 'appUser', userId, serviceUrl: url });
  assert.equal((await own.appUsers.get(userId)).appUser.userId, userId);
  const sent = { role: 'appUser', type: 'text', text: 'It is me' };
  assert.equal((await own.appUsers.sendMessage(userId, sent)).message.text, 'It is me');
  await assert.rejects(own.appUsers.get('nora.lindqvist@example.com'), refused(403, 'forbidden'));
  await assert.rejects(own.webhooks.list(), refused(403, 'forbidden'));
});

await trial('a limit is told of, and nothing is tried again', async () => {
  await act('fail', { status: 429, retryAfter: 7 });
  await assert.rejects(smooch.appUsers.get('customer-2093'), ({ response }) => response.status === 429);
  assert.equal((await smooch.appUsers.get('customer-2093')).appUser.userId, 'customer-2093');
});
