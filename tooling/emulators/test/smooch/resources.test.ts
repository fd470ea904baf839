import { describe, expect, test } from 'vitest';
import { at, listAt, textAt } from '../json.js';
import { basic, refusal, startApi } from './support.js';

const path = '/v1.1/appusers/customer-2093/messages';

describe('shorthand in a text of the business', () => {
  const posted = async (text: string, role = 'appMaker') => {
    const { call } = await startApi();
    return (await call('POST', path, { json: { role, type: 'text', text } })).body;
  };

  test('becomes buttons', async () => {
    expect(
      at(
        await posted('See %[Shop](https://shop.example) or $[Buy](25.00) %[More](postback:MORE)'),
        'message',
      ),
    ).toMatchObject({
      text: 'See  or',
      actions: [
        { type: 'link', text: 'Shop', uri: 'https://shop.example' },
        { type: 'buy', text: 'Buy', amount: 2500, currency: 'usd', state: 'offered' },
        { type: 'postback', text: 'More', payload: 'MORE', uri: '' },
      ],
    });
    expect(at(await posted('Where? %[Here](location)'), 'message')).toMatchObject({
      actions: [{ type: 'locationRequest', text: 'Here' }],
    });
  });

  test('becomes a picture', async () => {
    expect(at(await posted('![](https://example.com/cat.jpg)'), 'message')).toMatchObject({
      type: 'image',
      mediaUrl: 'https://example.com/cat.jpg',
    });
  });

  test('is the name of a stored message, which comes after the words', async () => {
    const { call } = await startApi();
    const message = {
      role: 'appMaker',
      type: 'text',
      text: 'Rate us',
      actions: [{ type: 'reply', text: '5', payload: '5' }],
    };
    await call('POST', '/v1.1/templates', { json: { name: 'survey', message } });
    const json = { role: 'appMaker', type: 'text', text: 'Thanks! %((template:survey))%' };
    expect((await call('POST', path, { json })).body).toMatchObject({
      message: { text: 'Thanks!' },
      extraMessages: [{ text: 'Rate us', actions: [{ type: 'reply', payload: '5' }] }],
    });
  });

  test('gives each message that comes of it buttons of its own', async () => {
    const { call, emulator } = await startApi();
    const message = {
      role: 'appMaker',
      type: 'carousel',
      items: [{ title: 'Tent', actions: [{ type: 'buy', text: 'Buy', amount: 2500 }] }],
    };
    await call('POST', '/v1.1/templates', { json: { name: 'offer', message } });
    const json = { role: 'appMaker', type: 'text', text: '%((template:offer))%' };
    await call('POST', path, { json });
    const { body } = await call('POST', path, { json });
    emulator.control.user('customer-2093').pays(textAt(body, 'message', 'items', 0, 'actions', 0, '_id'));
    expect(emulator.control.messages('customer-2093').slice(-2)).toMatchObject([
      { items: [{ actions: [{ state: 'offered' }] }] },
      { items: [{ actions: [{ state: 'paid' }] }] },
    ]);
  });

  test('for WhatsApp is kept as the words that stand for it elsewhere', async () => {
    const template = '&((namespace=[[n]] template=[[t]] fallback=[[Your order is here.]] language=[[en]]))&';
    expect(at(await posted(template), 'message')).toMatchObject({
      type: 'text',
      text: 'Your order is here.',
    });
  });

  test('of a user stays as it is', async () => {
    expect(at(await posted('%[Shop](https://shop.example)', 'appUser'), 'message', 'text')).toBe(
      '%[Shop](https://shop.example)',
    );
  });
});

test('templates are kept, listed, changed and deleted', async () => {
  const { call } = await startApi();
  const json = { name: 'hello', message: { role: 'appMaker', type: 'text', text: 'Hello' } };
  const made = await call('POST', '/v1.1/templates', { json });
  expect(made).toMatchObject({ status: 201, body: { template: json } });
  expect((await call('POST', '/v1.1/templates', { json })).status).toBe(409);
  const one = `/v1.1/templates/${textAt(made.body, 'template', '_id')}`;
  expect((await call('PUT', one, { json: { name: 'bye' } })).body).toMatchObject({
    template: { ...json, name: 'bye' },
  });
  expect((await call('GET', '/v1.1/templates?limit=1')).body).toMatchObject({
    templates: [{ name: 'bye' }],
    hasMore: false,
    offset: 0,
  });
  for (const query of ['', '?limit=0&offset=0']) {
    expect(listAt((await call('GET', `/v1.1/templates${query}`)).body, 'templates')).toHaveLength(1);
  }
  expect((await call('GET', '/v1.1/templates?limit=101')).status).toBe(400);
  expect((await call('DELETE', one)).body).toEqual({});
  expect((await call('GET', one)).status).toBe(404);
});

test('integrations of v1.1 need what they needed then', async () => {
  const { call } = await startApi();
  const post = (json: object) => call('POST', '/v1.1/integrations', { json });
  expect(await post({ type: 'wechat', appId: 'a', appSecret: 's' })).toMatchObject({ status: 201 });
  expect(await post({ type: 'unity' })).toMatchObject({ status: 400 });
  expect(await post({ type: 'twilio', accountSid: 'a', authToken: 't' })).toMatchObject({
    body: refusal('bad_request', "should have required property 'phoneNumberSid'"),
  });
  const made = await post({ type: 'web', businessName: 'Trailhead' });
  const one = `/v1.1/integrations/${textAt(made.body, 'integration', '_id')}`;
  const { body } = await call('PUT', one, { json: { businessName: null, brandColor: '00ff00' } });
  expect(at(body, 'integration')).toMatchObject({
    brandColor: '00ff00',
    actionColor: '0099ff',
    businessName: null,
  });
  expect((await call('DELETE', one)).body).toEqual({});
});

test('WhatsApp has a profile, and templates that wait for approval', async () => {
  const { call } = await startApi();
  const made = await call('POST', '/v1.1/integrations', { json: { type: 'whatsapp', deploymentId: 'd' } });
  const one = `/v1.1/integrations/${textAt(made.body, 'integration', '_id')}`;
  expect((await call('PUT', `${one}/profile`, { json: { about: 'Tents' } })).body).toEqual({});
  expect((await call('GET', `${one}/profile`)).body).toEqual({ profile: { about: 'Tents' } });
  const json = { category: 'UTILITY', name: 'ready', language: 'en', components: [] };
  expect(await call('POST', `${one}/messageTemplates`, { json })).toMatchObject({
    status: 201,
    body: { messageTemplate: { ...json, status: 'PENDING' } },
  });
  expect(listAt((await call('GET', `${one}/messageTemplates`)).body, 'messageTemplates')).toHaveLength(1);
  expect((await call('DELETE', `${one}/messageTemplates/ready`)).body).toEqual({});
});

test('a deployment is activated by a code, gives its number to an integration, and goes at once or after a while', async () => {
  const { call, emulator } = await startApi();
  const authorization = basic(emulator.control.accountKey);
  const ask = (method: string, place: string, json?: object) =>
    call(
      method,
      `/v1.1/whatsapp/deployments${place}`,
      json === undefined ? { authorization } : { authorization, json },
    );
  const made = await ask('POST', '', { hosting: 'smooch' });
  expect(made).toMatchObject({ status: 201, body: { deployment: { status: 'unregistered' } } });
  const one = `/${textAt(made.body, 'deployment', '_id')}`;
  const json = { phoneNumber: '+15145555555', verifiedNameCertificate: 'c', method: 'sms' };
  expect((await ask('POST', `${one}/activate`, json)).body).toMatchObject({
    deployment: { status: 'pending' },
  });
  expect((await ask('POST', `${one}/code/confirm`, { code: '1' })).body).toMatchObject({
    deployment: { status: 'registered' },
  });
  const integration = { type: 'whatsapp', deploymentId: one.slice(1) };
  expect((await call('POST', '/v1.1/integrations', { json: integration })).body).toMatchObject({
    integration: { phoneNumber: json.phoneNumber },
  });
  expect((await ask('GET', one)).body).toMatchObject({ deployment: { status: 'integrated' } });
  emulator.control.configure({ slowDeploymentRemoval: true });
  expect(await ask('DELETE', one)).toMatchObject({
    status: 202,
    body: { deployment: { status: 'deleting' } },
  });
  expect(await ask('DELETE', one)).toMatchObject({ status: 200, body: {} });
  expect((await ask('POST', '', { hosting: 'self' })).status).toBe(400);
});

test('an app key of v1.1 signs a token, and the SDKs of the app are known', async () => {
  const { call, emulator } = await startApi();
  const authorization = basic(emulator.control.accountKey);
  const app = `/v1.1/apps/${emulator.credentials.appId}`;
  const { body } = await call('GET', `${app}/keys/${emulator.credentials.keyId}/jwt`, { authorization });
  const withJwt = { authorization: `Bearer ${textAt(body, 'jwt')}` };
  expect((await call('GET', `${app}/sdks`, withJwt)).body).toEqual({
    androidIntegrationId: expect.any(String) as unknown,
    iosIntegrationId: expect.any(String) as unknown,
    webIntegrationId: expect.any(String) as unknown,
  });
  expect((await call('GET', '/v1.1/apps', { authorization })).body).toMatchObject({
    apps: [{ name: 'Trailhead Support', settings: { useAnimalNames: true } }],
    hasMore: false,
  });
});
