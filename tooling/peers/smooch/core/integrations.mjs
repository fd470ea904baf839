// Channels that are connected with the app, and what some of them have beside.
import assert from 'node:assert/strict';
import { trial } from '../../trial.mjs';
import { callers, refused } from './callers.mjs';

const kinds = [
  { type: 'messenger', pageAccessToken: 'p', appId: 'a', appSecret: 's' },
  { type: 'twilio', accountSid: 'AC1', authToken: 't', phoneNumberSid: 'PN1' },
  { type: 'messagebird', accessKey: 'k', originator: '12262121021' },
  { type: 'telegram', token: 't' },
  { type: 'line', channelId: 'c', channelSecret: 's', channelAccessToken: 't' },
  { type: 'viber', token: 't' },
  { type: 'wechat', appId: 'a', appSecret: 's' },
  { type: 'whatsapp', deploymentId: '5e1606762556d93e9c176f69' },
  {
    type: 'twitter',
    consumerKey: 'c',
    consumerSecret: 's',
    accessTokenKey: 'a',
    accessTokenSecret: 't',
  },
  { type: 'mailgun', apiKey: 'k', domain: 'example.com', incomingAddress: 'shop@example.com' },
  { type: 'apple', businessId: 'b', apiSecret: 's', mspId: 'm' },
  { type: 'fcm', serverKey: 'k', senderId: '1' },
  { type: 'apn', certificate: 'Y2VydA==', password: 'p' },
  { type: 'web', brandColor: '112233' },
];
const items = [
  { type: 'link', text: 'Site', uri: 'https://example.com' },
  { type: 'submenu', text: 'More', items: [{ type: 'postback', text: 'Help', payload: 'HELP' }] },
];
const withoutIds = (given) =>
  given.map(({ _id, items: inner, ...item }) => {
    assert.match(_id, /^[\da-f]{24}$/);
    return inner === undefined ? item : { ...item, items: withoutIds(inner) };
  });

for (const {
  by,
  smooch: { integrations, menu, templates },
} of callers) {
  await trial(`${by}: integrations of every type are made, listed, found and deleted`, async () => {
    for (const kind of kinds) {
      const { integration } = await integrations.create(kind);
      assert.deepEqual([integration.type, integration.status], [kind.type, 'active']);
      for (const secret of ['appSecret', 'authToken', 'apiKey', 'password']) {
        assert.ok(!(secret in integration), `${secret} of ${kind.type} is shown`);
      }
      const { integrations: listed } = await integrations.list([kind.type, 'ios']);
      assert.ok(listed.some(({ _id }) => _id === integration._id));
      assert.ok(listed.every(({ type }) => [kind.type, 'ios'].includes(type)));
      assert.deepEqual((await integrations.get(integration._id)).integration, integration);
      await integrations.delete(integration._id);
      await assert.rejects(integrations.get(integration._id), refused(404, 'not_found'));
    }
  });

  await trial(`${by}: a setting of a web page is changed, and cleared by null`, async () => {
    const { integration } = await integrations.create({ type: 'web', businessName: 'Trailhead' });
    const change = async (props) => (await integrations.update(integration._id, props)).integration;
    const changed = await change({ brandColor: 'ff0000', displayStyle: 'tab' });
    assert.deepEqual(
      [changed.brandColor, changed.displayStyle, changed.businessName],
      ['ff0000', 'tab', 'Trailhead'],
    );
    assert.equal((await change({ businessName: null })).businessName, null);
    await integrations.delete(integration._id);
  });

  await trial(`${by}: lists of integrations come in pieces`, async () => {
    const all = await integrations.list(undefined, 100);
    const part = await integrations.list(undefined, 1, 1);
    assert.deepEqual(part.integrations, all.integrations.slice(1, 2));
    assert.deepEqual([part.offset, part.hasMore], [1, all.integrations.length > 2]);
  });

  await trial(`${by}: an app has a menu, and an integration one of its own`, async () => {
    assert.deepEqual(withoutIds((await menu.configure({ items })).menu.items), items);
    assert.deepEqual(withoutIds((await menu.get()).menu.items), items);
    const { integration } = await integrations.create({
      type: 'messenger',
      pageAccessToken: 'p',
      appId: 'a',
      appSecret: 's',
    });
    const own = integrations.menu;
    await assert.rejects(own.get(integration._id), refused(404, 'not_found'));
    await own.create(integration._id, { items: items.slice(0, 1) });
    await own.update(integration._id, { items: items.slice(1) });
    assert.deepEqual(withoutIds((await own.get(integration._id)).menu.items), items.slice(1));
    assert.deepEqual(await own.delete(integration._id), {});
    await assert.rejects(own.get(integration._id), refused(404, 'not_found'));
    assert.deepEqual(await menu.remove(), { menu: { items: [] } });
    await integrations.delete(integration._id);
  });

  await trial(`${by}: WhatsApp has a profile and templates`, async () => {
    const { integration } = await integrations.create({ type: 'whatsapp', deploymentId: 'd' });
    const { profile, messageTemplates } = integrations;
    await profile.update(integration._id, { about: 'Tents', websites: ['https://example.com'] });
    await profile.update(integration._id, { email: 'shop@example.com' });
    const kept = (await profile.get(integration._id)).profile;
    assert.deepEqual(
      [kept.about, kept.websites, kept.email],
      ['Tents', ['https://example.com'], 'shop@example.com'],
    );
    const { messageTemplate } = await messageTemplates.create(integration._id, {
      category: 'ISSUE_RESOLUTION',
      name: 'on_its_way',
      language: 'en',
      components: [{ type: 'BODY', text: 'On its way.' }],
    });
    assert.equal(messageTemplate.status, 'PENDING');
    const { messageTemplates: all } = await messageTemplates.list(integration._id, { limit: 10 });
    assert.deepEqual(
      all.map(({ name }) => name),
      ['on_its_way'],
    );
    await messageTemplates.delete(integration._id, 'on_its_way');
    assert.deepEqual((await messageTemplates.list(integration._id)).messageTemplates, []);
    await integrations.delete(integration._id);
  });

  await trial(`${by}: templates are kept under a name`, async () => {
    const message = { role: 'appMaker', type: 'text', text: 'Hello' };
    const { template } = await templates.create({ name: `greeting-${by}`, message });
    assert.equal((await templates.get(template._id)).template.message.text, 'Hello');
    await templates.update(template._id, { message: { ...message, text: 'Good day' } });
    // Nothing is a limit and an offset, too, and both are sent.
    const { templates: all } = await templates.list({ limit: 10, offset: 0 });
    assert.deepEqual(
      all.map(({ _id, message: { text } }) => [_id, text]),
      [[template._id, 'Good day']],
    );
    await templates.delete(template._id);
    await assert.rejects(templates.get(template._id), refused(404, 'not_found'));
  });
}
