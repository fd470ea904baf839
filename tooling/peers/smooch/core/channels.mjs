// Channels of a user, and what is sent over them.
import assert from 'node:assert/strict';
import { trial } from '../../trial.mjs';
import { act } from '../app.mjs';
import { callers, refused } from './callers.mjs';

for (const {
  by,
  smooch: { appUsers, integrations, notifications },
  makeUser,
} of callers) {
  const userId = `caller-${by}`;
  await makeUser({ userId });
  const { integration: twilio } = await integrations.create({
    type: 'twilio',
    accountSid: 'AC1',
    authToken: 'secret',
    phoneNumberSid: 'PN1',
  });

  await trial(`${by}: a channel is linked when the user agrees, and taken away`, async () => {
    const { appUser } = await appUsers.linkChannel(userId, {
      type: 'twilio',
      phoneNumber: '+15145550000',
      confirmation: { type: 'prompt' },
    });
    const [pending] = appUser.pendingClients;
    assert.deepEqual([pending.platform, appUser.clients], ['twilio', []]);
    assert.deepEqual(await appUsers.pingChannel(userId, 'twilio'), {});
    assert.deepEqual(await appUsers.getChannels(userId), { channels: [] });

    await act('link', { clientId: pending._id, step: 'confirm' });
    const { channels } = await appUsers.getChannels(userId);
    assert.deepEqual(channels, [{ type: 'twilio', integrationId: twilio._id, phoneNumber: '+15145550000' }]);
    await assert.rejects(appUsers.pingChannel(userId, 'twilio'), refused(400, 'bad_request'));

    await appUsers.unlinkChannel(userId, 'twilio');
    assert.deepEqual(await appUsers.getChannels(userId), { channels: [] });
    await assert.rejects(appUsers.unlinkChannel(userId, 'twilio'), refused(404, 'not_found'));
  });

  await trial(`${by}: somebody who has never written is notified`, async () => {
    const { notification } = await notifications.postNotification({
      destination: { integrationId: twilio._id, destinationId: '+15145550001' },
      author: { role: 'appMaker' },
      message: { type: 'text', text: 'Your tent is here.' },
    });
    assert.match(notification._id, /^[\da-f]{24}$/);
  });

  await trial(`${by}: the codes of Viber and WeChat are given where there are such channels`, async () => {
    await assert.rejects(appUsers.viber.getQRCode(userId), refused(404, 'not_found'));
    await assert.rejects(appUsers.wechat.getQRCode(userId), refused(404, 'not_found'));
    const viber = await integrations.create({ type: 'viber', token: 't' });
    const wechat = await integrations.create({ type: 'wechat', appId: 'a', appSecret: 's' });
    assert.ok(typeof (await appUsers.viber.getQRCode(userId)) === 'object');
    assert.ok(typeof (await appUsers.wechat.getQRCode(userId)) === 'object');
    for (const { integration } of [viber, wechat]) await integrations.delete(integration._id);
  });

  await integrations.delete(twilio._id);
}
