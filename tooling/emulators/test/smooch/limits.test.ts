import { describe, expect, test } from 'vitest';
import { at } from '../json.js';
import { refusal, startApi } from './support.js';
import { refusalV2, startV2 } from './v2/support.js';

const link = { type: 'link', text: 'Look', uri: 'https://example.com' };
const share = { type: 'share' };
const item = (...actions: readonly object[]): object => ({ title: 'Tent', actions });

describe('before v2', () => {
  const messages = '/v1.1/appusers/customer-2093/messages';
  const post = async (json: object): Promise<unknown> => {
    const { call } = await startApi();
    return (await call('POST', messages, { json: { role: 'appMaker', ...json } })).body;
  };

  test('only cards of a carousel can be shared', async () => {
    expect(await post({ type: 'carousel', items: [item(share)] })).toMatchObject({
      message: { items: [{ actions: [{ type: 'share', uri: '' }] }] },
    });
    const refused = refusal('bad_request', 'Actions of type share are not allowed here');
    expect(await post({ type: 'text', text: 'Share', actions: [share] })).toEqual(refused);
    expect(await post({ type: 'list', items: [item(share)] })).toEqual(refused);
  });

  test('a list has one to ten buttons, if it has any', async () => {
    const list = (count: number): Promise<unknown> =>
      post({ type: 'list', items: [item(link)], actions: Array.from({ length: count }, () => link) });
    expect(await list(10)).toHaveProperty('message');
    expect(await list(11)).toEqual(refusal('bad_request', "'actions' should NOT have more than 10 items"));
  });

  test('what cannot be is refused by the words that there are', async () => {
    const refused = (name: string): object =>
      refusal('bad_request', `'${name}' should be equal to one of the allowed values`);
    const page = { type: 'webview', text: 'Look', uri: link.uri, fallback: link.uri };
    expect(await post({ type: 'text', text: 'Hi', actions: [{ ...page, size: 'huge' }] })).toEqual(
      refused('size'),
    );
    expect(await post({ type: 'text', text: 'Hi', actions: [{ ...page, size: 'tall' }] })).toHaveProperty(
      'message',
    );
    const shaped = (imageAspectRatio: string): Promise<unknown> =>
      post({ type: 'carousel', items: [item(link)], displaySettings: { imageAspectRatio } });
    expect(await shaped('round')).toEqual(refused('imageAspectRatio'));
    expect(await shaped('square')).toHaveProperty('message');
  });

  test.each(['carousel', 'list'])('a user sends no %s, which cannot be without buttons', async (type) => {
    expect(await post({ role: 'appUser', type, items: [item(link)] })).toEqual(
      refusal('bad_request', 'Only messages of role appMaker can have actions'),
    );
  });

  test('a form has no words beside its questions', async () => {
    const fields = [{ type: 'email', name: 'mail', label: 'Where?' }];
    expect(at(await post({ type: 'form', fields }), 'message')).not.toHaveProperty('text');
  });

  test('what a channel is told in place of a message must be for a channel', async () => {
    const text = { type: 'text', text: 'Hi' };
    const shown = await post({ ...text, override: { whatsapp: { payload: { type: 'text' } } } });
    expect(at(shown, 'message')).not.toHaveProperty('override');
    expect(await post({ ...text, override: { telegraph: {} } })).toMatchObject({
      error: { code: 'bad_request' },
    });
  });
});

describe('in v2', () => {
  const post = async (content: object, more: object = {}) => {
    const { ask, conversationOf } = await startV2();
    const json = { author: { type: 'business' }, content, ...more };
    return ask('POST', `/conversations/${await conversationOf('customer-2093')}/messages`, { json });
  };

  test('nothing can be shared', async () => {
    expect((await post({ type: 'carousel', items: [item(share)] })).status).toBe(400);
  });

  test('a user sends no cards, which cannot be without buttons', async () => {
    const author = { type: 'user', userExternalId: 'customer-2093' };
    expect(await post({ type: 'carousel', items: [item(link)] }, { author })).toMatchObject({
      status: 400,
      body: refusalV2('bad_request', 'Only messages of a business author can have actions'),
    });
  });

  test('metadata may be null, which is none', async () => {
    const { status, body } = await post({ type: 'text', text: 'Hi' }, { metadata: null });
    expect(status).toBe(201);
    expect(at(body, 'messages', 0)).not.toHaveProperty('metadata');
  });

  test('only the business says where a message goes', async () => {
    const author = { type: 'user', userExternalId: 'customer-2093' };
    const destination = { integrationType: 'none' };
    expect((await post({ type: 'text', text: 'Hi' }, { author, destination })).status).toBe(400);
    expect((await post({ type: 'text', text: 'Hi' }, { destination })).status).toBe(201);
  });

  test('messages of a conversation that is not there are a resource that is not there', async () => {
    const { ask } = await startV2();
    expect((await ask('GET', '/conversations/0123456789abcdef01234567/messages')).body).toEqual(
      refusalV2('not_found', 'Resource not found'),
    );
  });
});

test('a conversation takes 30,000 messages, and more once they are deleted', async () => {
  const { call, ask, emulator, conversationOf } = await startV2();
  const messages = '/v1.1/appusers/customer-2093/messages';
  const id = await conversationOf('customer-2093');
  const person = emulator.control.user('customer-2093');
  const here = emulator.control.messages('customer-2093').length;
  for (let count = here; count < 30_000; count += 1) person.sends({ text: 'Hi' });
  const title = 'Message limit of 30000 per conversation reached.';
  expect(await call('POST', messages, { json: { role: 'appUser', type: 'text', text: 'Hi' } })).toMatchObject(
    {
      status: 423,
      body: refusal('locked', title),
    },
  );
  const json = { author: { type: 'business' }, content: { type: 'text', text: 'Hi' } };
  expect(await ask('POST', `/conversations/${id}/messages`, { json })).toMatchObject({
    status: 423,
    body: refusalV2('locked', title),
  });
  await call('DELETE', messages);
  expect((await ask('POST', `/conversations/${id}/messages`, { json })).status).toBe(201);
}, 60_000);
