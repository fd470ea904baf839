// The conversation of a user.
import assert from 'node:assert/strict';
import { trial } from '../../trial.mjs';
import { callers, refused } from './callers.mjs';

for (const { by, smooch, makeUser } of callers) {
  const { appUsers, conversations } = smooch;
  const userId = `reader-${by}`;
  await makeUser({ userId });
  const send = async (message) =>
    (await appUsers.sendMessage(userId, { role: 'appMaker', ...message })).message;
  const link = { type: 'link', text: 'More', uri: 'https://example.com' };
  const items = [
    { title: 'Tacos', description: 'Two', actions: [link] },
    { title: 'Soup', actions: [{ type: 'postback', text: 'Order', payload: 'SOUP' }] },
  ];

  await trial(`${by}: there is no conversation before somebody has written`, async () => {
    await assert.rejects(conversations.get(userId), refused(404, 'not_found'));
    await assert.rejects(appUsers.getMessages(userId), refused(404, 'not_found'));
  });

  await trial(`${by}: messages of both sides are posted, read and deleted`, async () => {
    const asked = await send({ role: 'appUser', type: 'text', text: 'Is it any good?' });
    const answer = await send({ type: 'text', text: 'Yes!', actions: [link] });
    assert.equal(answer.actions[0].uri, 'https://example.com');
    const { messages, conversation } = await appUsers.getMessages(userId);
    assert.deepEqual(
      messages.map(({ text, role }) => [text, role]),
      [
        ['Is it any good?', 'appUser'],
        ['Yes!', 'appMaker'],
      ],
    );
    assert.equal(conversation.unreadCount, 1);
    assert.deepEqual((await conversations.get(userId)).conversation, conversation);
    await conversations.resetUnreadCount(userId);
    assert.equal((await conversations.get(userId)).conversation.unreadCount, 0);
    await appUsers.deleteMessage(userId, asked._id);
    assert.deepEqual(
      (await appUsers.getMessages(userId)).messages.map(({ _id }) => _id),
      [answer._id],
    );
    await appUsers.deleteMessages(userId);
    assert.deepEqual((await appUsers.getMessages(userId)).messages, []);
  });

  await trial(`${by}: the business types and reads`, async () => {
    const activity = (type) => appUsers.conversationActivity(userId, { role: 'appMaker', type });
    const before = await activity('typing:start');
    await activity('typing:stop');
    const { conversation } = await activity('conversation:read');
    assert.ok(conversation.appMakerLastRead >= (before.conversation.appMakerLastRead ?? 0));
    await assert.rejects(activity('dancing'), refused(400, 'bad_request'));
  });

  await trial(
    `${by}: each type of message comes back as it was, and with words where there are none`,
    async () => {
      const carousel = await send({ type: 'carousel', items });
      assert.equal(carousel.text.trim(), '1. Tacos\nTwo\nMore: https://example.com\n\n2. Soup');
      const list = await send({ type: 'list', items, actions: [link] });
      assert.deepEqual([list.items.length, list.items[1].actions[0].payload], [2, 'SOUP']);
      const coordinates = { lat: 45.5261583, long: -73.595346 };
      const place = await send({ type: 'location', coordinates });
      assert.equal(place.text, 'Location shared:\nhttps://maps.google.com/maps?q=45.5261583,-73.595346');
      const image = await send({ type: 'image', mediaUrl: 'https://example.com/tent.png' });
      assert.deepEqual([image.text, image.mediaType], [' ', 'image/png']);
      const file = await send({ type: 'file', mediaUrl: 'https://example.com/map.pdf', text: 'A map' });
      assert.deepEqual([file.text, file.mediaUrl], ['A map', 'https://example.com/map.pdf']);
      const form = await send({ type: 'form', fields: [{ type: 'text', name: 'name', label: 'Name' }] });
      assert.deepEqual([form.submitted, form.fields[0].name], [false, 'name']);
      const short = await send({ type: 'text', text: 'Buy? $[Yes](25.00)' });
      assert.deepEqual([short.actions[0].type, short.actions[0].amount], ['buy', 2500]);
    },
  );

  await trial(`${by}: histories are walked through in both directions`, async () => {
    await appUsers.deleteMessages(userId);
    const sent = [];
    for (let number = 0; number < 103; number += 1) {
      const role = number % 2 === 0 ? 'appUser' : 'appMaker';
      sent.push(await send({ role, type: 'text', text: `${number}` }));
    }
    const newest = (await appUsers.getMessages(userId)).messages;
    assert.deepEqual([newest.length, newest.at(-1)._id], [100, sent.at(-1)._id]);
    // Bounds are times and leave out whatever came at that time.
    const bound = sent[10].received;
    const older = (await appUsers.getMessages(userId, { before: bound })).messages;
    assert.ok(older.length > 0 && older.every(({ received }) => received < bound));
    assert.equal(older[0]._id, sent[0]._id);
    const newer = (await appUsers.getMessages(userId, { after: bound })).messages;
    assert.ok(newer.length > 0 && newer.every(({ received }) => received > bound));
  });

  await trial(`${by}: what is offered is paid for`, async () => {
    const { actions } = await send({
      type: 'text',
      text: 'A tent',
      actions: [{ type: 'buy', text: 'Buy', amount: 2500, currency: 'usd' }],
    });
    const [{ _id, state }] = actions;
    assert.equal(state, 'offered');
    await appUsers.stripe.updateCustomer(userId, 'tok_visa');
    assert.equal((await appUsers.get(userId)).appUser.hasPaymentInfo, true);
    await appUsers.stripe.createTransaction(userId, _id);
    const { messages } = await appUsers.getMessages(userId);
    const offer = messages.find((message) => message.actions?.[0]?._id === _id);
    assert.equal(offer.actions[0].state, 'paid');
    assert.ok(typeof (await smooch.stripe.getAccount()) === 'object');
  });
}
