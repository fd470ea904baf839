import { expect, test } from 'vitest';
import { jwtForUser } from '../src/jwt/index.js';
import { connect, formOf, sent } from './emulator.js';

// The example in the README of the Python library, in its order.
test.each(['v1.1', 'v1'] as const)('the example of the original works in %s', async (version) => {
  const { emulator, smooch } = await connect({ version });
  const userId = 'b6518';

  const { appUser } = await smooch.precreateUser(userId);
  expect(appUser).toMatchObject({ userId: 'b6518', conversationStarted: false, properties: {} });

  // The original introduces a device here; on the service of today the user is found, as they were made.
  expect((await smooch.initUser(userId)).appUser._id).toBe(appUser._id);

  const updated = await smooch.updateUser(userId, {
    credentialRequired: true,
    properties: { number: '213123' },
  });
  expect(updated.appUser).toMatchObject({ _id: appUser._id, properties: { number: '213123' } });

  const asked = await smooch.postMessage(userId, 'Is Smooch any good?', { sentByMaker: false });
  expect(asked.message).toMatchObject({
    text: 'Is Smooch any good?',
    role: 'appUser',
    authorId: appUser._id,
    received: expect.any(Number) as unknown,
    name: expect.stringMatching(/^\w+ \w+$/) as unknown,
  });

  const answered = await smooch.postMessage(userId, 'Yes!!!', { sentByMaker: true });
  expect(answered.message).toMatchObject({ text: 'Yes!!!', role: 'appMaker' });
  expect(answered.conversation._id).toBe(asked.conversation._id);

  const webhook = await smooch.ensureWebhookExists('message:appMaker', 'http://example.com/callbacksasd');
  expect(webhook).toMatchObject({ created: true, updated: false });

  const picture = new File([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)], '__test.jpg');
  const posted = await smooch.postMedia(userId, picture, { sentByMaker: false });
  expect(posted.message).toMatchObject({ type: 'image', mediaType: 'image/jpeg', role: 'appUser' });

  const form = await formOf(emulator.control.requests.all.at(-1));
  expect([...form.keys()]).toEqual(['source', 'role']);
  expect((form.get('source') as File).name).toBe('__test.jpg');
  expect(form.get('role')).toBe('appUser');

  await smooch.deleteWebhook(webhook.id);
  expect(await smooch.deleteAllWebhooks()).toEqual({ deleted: [], failed: [] });

  const { keyId, secret } = emulator.credentials;
  expect(await smooch.userJwt('userId')).toBe(await jwtForUser(keyId, secret, 'userId'));

  expect(sent(emulator)).toEqual([
    ['POST', `/${version}/appusers`, { userId: 'b6518' }],
    ['POST', `/${version}/appusers`, { userId: 'b6518' }],
    ['GET', `/${version}/appusers/b6518`, undefined],
    ['PUT', `/${version}/appusers/b6518`, { credentialRequired: true, properties: { number: '213123' } }],
    [
      'POST',
      `/${version}/appusers/b6518/messages`,
      { type: 'text', text: 'Is Smooch any good?', role: 'appUser' },
    ],
    ['POST', `/${version}/appusers/b6518/messages`, { type: 'text', text: 'Yes!!!', role: 'appMaker' }],
    ['GET', `/${version}/webhooks`, undefined],
    [
      'POST',
      `/${version}/webhooks`,
      { target: 'http://example.com/callbacksasd', triggers: ['message:appMaker'] },
    ],
    ['POST', `/${version}/appusers/b6518/images`, undefined],
    ['DELETE', `/${version}/webhooks/${webhook.id}`, undefined],
    ['GET', `/${version}/webhooks`, undefined],
  ]);
});
