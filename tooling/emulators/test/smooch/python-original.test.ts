import { expect, test } from 'vitest';
import { at, listAt, textAt } from '../json.js';
import { pythonOriginal } from './python-original.js';
import { bearer, refusal, startApi } from './support.js';

const jpeg = { named: 'filename="__test.jpg"', bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]) };
const user = 'b6518';

test('the Python library of 2015 does all that its README shows', async () => {
  const api = await startApi({ legacy: true });
  const python = await pythonOriginal(api);

  const made = await python.precreateUser(user);
  expect(made).toMatchObject({
    appUser: { userId: user, credentialRequired: false, conversationStarted: false, properties: {} },
  });
  const _id = textAt(made, 'appUser', '_id');

  const device = `device-webapp-${user}`;
  expect(await python.initUser(user, device)).toMatchObject({
    app: { apnEnabled: false, hasIcon: false },
    appUser: { _id, userId: user, conversationStarted: false },
  });

  // The service took the first of these for nothing.
  const change = { credentialRequired: true, properties: { number: '213123' } };
  expect(await python.updateUser(user, change)).toMatchObject({
    appUser: { _id, credentialRequired: false, properties: { number: '213123' } },
  });

  const asked = await python.postMessage(user, 'Is Smooch any good?', false);
  expect(asked).toMatchObject({
    message: { text: 'Is Smooch any good?', role: 'appUser', authorId: _id, actions: [] },
    conversation: { appUsers: [_id], appMakers: [], __v: 0 },
  });
  const answered = await python.postMessage(user, 'Yes!!!', true);
  expect(answered).toMatchObject({
    message: { text: 'Yes!!!', role: 'appMaker' },
    conversation: {
      appMakers: [textAt(answered, 'message', 'authorId')],
      messages: [at(asked, 'message'), at(answered, 'message')],
      __v: 1,
    },
  });

  const target = 'http://example.com/callbacksasd';
  const [id, secret] = await python.ensureWebhookExist('message:appMaker', target);
  expect([id, secret.length]).toEqual([expect.stringMatching(/^[\da-f]{24}$/), expect.any(Number)]);
  expect(secret.length).toBeGreaterThanOrEqual(24);

  const posted = await python.postMedia(user, jpeg, false);
  expect(posted).toMatchObject({ message: { role: 'appUser', mediaType: 'image/jpeg' } });
  const bytes = await (await fetch(textAt(posted, 'message', 'mediaUrl'))).arrayBuffer();
  expect([...new Uint8Array(bytes)]).toEqual([...jpeg.bytes]);
  expect(listAt(posted, 'conversation', 'messages')).toHaveLength(3);

  await expect(python.deleteWebhook('5693d6a7d4465b2a008ef204')).rejects.toMatchObject({
    status: 404,
    body: refusal('not_found', 'Webhook not found'),
  });
  await python.deleteAllWebhooks();
  expect(await python.getWebhooks()).toEqual({ webhooks: [] });
});

test('the Python library of 2015 finds the webhook of a trigger, and gives it the address that was asked for', async () => {
  const python = await pythonOriginal(await startApi({ legacy: true }));
  const first = 'http://example.com/first';
  const second = 'http://example.com/second';
  await python.makeWebhook(first, ['message:appUser', 'postback']);
  const [id, secret] = await python.ensureWebhookExist('message:appUser', first);
  const again = await python.ensureWebhookExist('message:appUser', second);
  expect(again).toEqual([id, secret]);
  // It dropped the other trigger by that.
  expect(await python.getWebhooks()).toMatchObject({
    webhooks: [{ _id: id, target: second, triggers: ['message:appUser'], secret }],
  });
  const [other] = await python.ensureWebhookExist('postback', first);
  expect(other).not.toBe(id);
});

test('the Python library of 2015 links a channel without asking the user, and takes it away', async () => {
  const python = await pythonOriginal(await startApi({ legacy: true }));
  await python.precreateUser(user);
  const entity = { phoneNumber: '+12125552368' };
  const linked = await python.linkUserToChannel(user, 'twilio', entity, true);
  expect(
    listAt(linked, 'appUser', 'clients').concat(listAt(linked, 'appUser', 'pendingClients')),
  ).toMatchObject([{ platform: 'twilio' }]);
  expect(await python.unlinkUserFromChannel(user, 'twilio')).toEqual({});
  expect(await python.getUser(user)).toMatchObject({ appUser: { clients: [], pendingClients: [] } });
  await expect(python.unlinkUserFromChannel(user, 'twilio')).rejects.toMatchObject({ status: 404 });
});

test.each([
  ['filename="télé.jpg"', 'télé.jpg'],
  ["filename*=utf-8''t%C3%A9l%C3%A9.jpg", 'télé.jpg'],
  ['filename="two words.jpg"', 'two words.jpg'],
])('a picture whose part says %s keeps its name', async (named, name) => {
  const python = await pythonOriginal(await startApi({ legacy: true }));
  await python.precreateUser(user);
  const { pathname } = new URL(
    textAt(await python.postMedia(user, { ...jpeg, named }, true), 'message', 'mediaUrl'),
  );
  expect(decodeURIComponent(pathname).split('/').at(-1)).toBe(name);
});

test('what is no picture is refused', async () => {
  const python = await pythonOriginal(await startApi({ legacy: true }));
  await python.precreateUser(user);
  const post = (named: string): Promise<unknown> => python.postMedia(user, { ...jpeg, named }, true);
  await expect(post('filename="setup.exe"')).rejects.toMatchObject({ status: 415 });
  await expect(post('filename="notes.txt"')).rejects.toMatchObject({ status: 415 });
});

test('a token for one user, as the library makes it for browsers, reaches that user on /v1', async () => {
  const { call, createUser, emulator } = await startApi({ legacy: true });
  await createUser('other');
  const authorization = await bearer(emulator.credentials, { scope: 'appUser', userId: user });
  const device = { id: 'browser', platform: 'web' };
  const begun = await call('POST', '/v1/init', { authorization, json: { device } });
  expect(begun).toMatchObject({ status: 201, body: { appUser: { userId: user } } });
  expect((await call('GET', `/v1/appusers/${user}`, { authorization })).status).toBe(200);
  expect((await call('GET', '/v1/appusers/other', { authorization })).status).toBe(403);
});

test('a header that holds the notation of bytes, as later Pythons send it, is refused', async () => {
  const { call, emulator } = await startApi({ legacy: true });
  const [, token] = (await bearer(emulator.credentials, { scope: 'app' })).split(' ');
  const answer = await call('GET', '/v1/webhooks', { authorization: `Bearer b'${token}'` });
  expect(answer).toMatchObject({ status: 401, body: { error: { code: 'unauthorized' } } });
});
