// Webhooks, and what they are told.
import assert from 'node:assert/strict';
import { trial } from '../../trial.mjs';
import { startReceiver } from '../receiver.mjs';
import { callers, refused } from './callers.mjs';

for (const {
  by,
  smooch: { appUsers, conversations, webhooks },
  makeUser,
} of callers) {
  const userId = `heard-${by}`;
  await makeUser({ userId, givenName: 'Ada' });
  const receiver = await startReceiver();
  let webhook;
  const told = async (trigger) => {
    const { secret, body } = await receiver.next((delivery) => delivery.body.trigger === trigger);
    assert.deepEqual([secret, body.version, body.appUser.userId], [webhook.secret, 'v1.1', userId]);
    return body;
  };

  await trial(`${by}: a webhook is made, found, changed and listed`, async () => {
    const { target } = receiver;
    ({ webhook } = await webhooks.create({ target, triggers: ['message:appUser'] }));
    const { webhook: changed } = await webhooks.update(webhook._id, {
      triggers: ['message:appUser', 'message:appMaker', 'postback'],
      includeFullAppUser: true,
    });
    assert.deepEqual([changed.triggers.length, changed.secret], [3, webhook.secret]);
    assert.deepEqual((await webhooks.get(webhook._id)).webhook, changed);
    assert.deepEqual((await webhooks.list()).webhooks, [changed]);
  });

  await trial(`${by}: what is subscribed to is told, with the secret`, async () => {
    await appUsers.sendMessage(userId, { role: 'appUser', type: 'text', text: 'Hello?' });
    const heard = await told('message:appUser');
    assert.deepEqual([heard.messages[0].text, heard.appUser.givenName], ['Hello?', 'Ada']);

    const { message } = await appUsers.sendMessage(userId, {
      role: 'appMaker',
      type: 'text',
      text: 'Boots?',
      actions: [{ type: 'postback', text: 'Yes', payload: 'BOOTS' }],
    });
    assert.equal((await told('message:appMaker')).messages[0]._id, message._id);

    await conversations.postPostback(userId, message.actions[0]._id);
    const [{ action }] = (await told('postback')).postbacks;
    assert.deepEqual([action._id, action.payload], [message.actions[0]._id, 'BOOTS']);
  });

  await trial(`${by}: a webhook that cannot be is refused, and a deleted one is gone`, async () => {
    const { target } = receiver;
    await assert.rejects(webhooks.create({ target, triggers: ['sneeze'] }), refused(400, 'bad_request'));
    await webhooks.delete(webhook._id);
    assert.deepEqual(await webhooks.list(), { webhooks: [] });
    await assert.rejects(webhooks.get(webhook._id), refused(404, 'not_found'));
  });

  receiver.close();
}
