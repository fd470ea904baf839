// What the owner of an account does: apps, their keys, and partners who are let in.
import assert from 'node:assert/strict';
import { trial } from '../../trial.mjs';
import { account, appId, oauthClient, url } from '../app.mjs';
import { refused, sunshine, sunshineFor } from './client.mjs';

const owner = sunshineFor(account);
let made;

await trial('an app is made, changed and listed', async () => {
  ({ app: made } = await owner.apps.createApp({ displayName: 'Another', metadata: { tier: 1 } }));
  await owner.apps.updateApp(made.id, {
    displayName: 'Renamed',
    settings: { maskCreditCardNumbers: true },
    metadata: { tier: null, lang: 'fr' },
  });
  const { app } = await owner.apps.getApp(made.id);
  assert.deepEqual(
    [app.displayName, app.settings.maskCreditCardNumbers, app.metadata],
    ['Renamed', true, { lang: 'fr' }],
  );
  const { apps, meta } = await owner.apps.listApps({ page: { size: 1 } });
  assert.deepEqual([apps.length, meta.hasMore], [1, true]);
  const rest = await owner.apps.listApps({ page: { after: meta.afterCursor } });
  assert.ok([...apps, ...rest.apps].some(({ id }) => id === made.id));
  await assert.rejects(owner.apps.createApp({}), refused(400, 'bad_request'));
});

await trial('a key opens its app and no other', async () => {
  const { key } = await owner.appKeys.createAppKey(made.id, { displayName: 'Key 1' });
  assert.match(key.id, /^app_[\da-f]{24}$/);
  const { keys } = await owner.appKeys.listAppKeys(made.id);
  assert.ok(keys.some(({ id, displayName }) => id === key.id && displayName === 'Key 1'));
  assert.equal((await owner.appKeys.getAppKey(made.id, key.id)).key.secret, key.secret);
  const inside = sunshineFor({ keyId: key.id, secret: key.secret });
  assert.equal((await inside.users.createUser(made.id, { externalId: 'first' })).user.externalId, 'first');
  await assert.rejects(inside.users.getUser(appId, 'first'), refused(403, 'forbidden'));
  await assert.rejects(inside.appKeys.listAppKeys(made.id), refused(403, 'forbidden'));
  await assert.rejects(inside.apps.listApps(), refused(403, 'forbidden'));
  await owner.appKeys.deleteAppKey(made.id, key.id);
  await assert.rejects(inside.users.getUser(made.id, 'first'), refused(401, 'unauthorized'));
  await assert.rejects(
    owner.appKeys.getAppKey(made.id, key.id),
    refused(404, 'not_found', 'Resource not found'),
  );
});

await trial('an app is deleted, and its users with it', async () => {
  await owner.apps.deleteApp(made.id);
  await assert.rejects(owner.users.getUser(made.id, 'first'), refused(404, 'app_not_found'));
});

await trial('a partner is let in, and leaves', async () => {
  const ask = new URL('/oauth/authorize', url);
  ask.search = new URLSearchParams({ client_id: oauthClient.id, response_type: 'code', state: 'mine' });
  const led = new URL((await fetch(ask, { redirect: 'manual' })).headers.get('location'));
  assert.equal(led.searchParams.get('state'), 'mine');
  const exchange = {
    code: led.searchParams.get('code'),
    grant_type: 'authorization_code',
    client_id: oauthClient.id,
    client_secret: oauthClient.secret,
  };
  const granted = await sunshine.oauth.getToken(exchange);
  assert.equal(granted.token_type, 'Bearer');
  await assert.rejects(sunshine.oauth.getToken(exchange), refused(400, 'bad_request'));

  const partner = sunshineFor({ token: granted.access_token });
  // This client has no call for it yet.
  const info = await fetch(`${url}/v2/tokenInfo`, {
    headers: { authorization: `Bearer ${granted.access_token}` },
  });
  assert.equal((await info.json()).app.id, appId);
  const target = 'https://partner.example/hook';
  const { webhook } = await partner.webhooks.createWebhook(appId, 'me', { target, triggers: ['user:merge'] });
  assert.equal((await partner.webhooks.getWebhook(appId, 'me', webhook.id)).webhook.target, target);
  await partner.oauth.revokeAccess();
  await assert.rejects(partner.users.getUser(appId, 'customer-2093'), refused(401, 'unauthorized'));
});
