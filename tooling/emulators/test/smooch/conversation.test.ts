import { describe, expect, test } from 'vitest';
import { messages, say, withUser } from './saying.js';
import { at, textAt } from '../json.js';
import { refusal } from './support.js';

describe('deleting', () => {
  test('takes one message away', async () => {
    const api = await withUser();
    const first = textAt((await say(api, 'appUser')).body, 'message', '_id');
    const second = textAt((await say(api, 'appUser')).body, 'message', '_id');
    expect(await api.call('DELETE', `${messages}/${first}`)).toMatchObject({ status: 200, body: {} });
    expect((await api.call('GET', messages)).body).toMatchObject({ messages: [{ _id: second }] });
    expect(await api.call('DELETE', `${messages}/${first}`)).toMatchObject({
      status: 404,
      body: refusal('not_found', 'Message not found'),
    });
  });

  test('takes all messages away and keeps the conversation', async () => {
    const api = await withUser();
    const id = textAt((await say(api, 'appMaker')).body, 'conversation', '_id');
    expect(await api.call('DELETE', messages)).toMatchObject({ status: 200, body: {} });
    expect((await api.call('GET', messages)).body).toMatchObject({
      conversation: { _id: id, unreadCount: 0 },
      messages: [],
    });
  });
});

describe('the conversation', () => {
  const conversation = '/v1.1/appusers/a/conversation';

  test('is shown on v1.1, once it has begun', async () => {
    const api = await withUser();
    expect((await api.call('GET', conversation)).status).toBe(404);
    const { body } = await say(api, 'appMaker');
    expect((await api.call('GET', conversation)).body).toEqual({ conversation: at(body, 'conversation') });
  });

  test('is read by the user with `read`', async () => {
    const api = await withUser();
    expect((await api.call('POST', `${conversation}/read`)).status).toBe(404);
    await say(api, 'appMaker');
    expect(await api.call('POST', `${conversation}/read`)).toMatchObject({ status: 200, body: {} });
    expect((await api.call('GET', conversation)).body).toMatchObject({ conversation: { unreadCount: 0 } });
  });

  test('hears of typing, and of reading by the business', async () => {
    const api = await withUser();
    await say(api, 'appUser');
    await api.clock.advance(1000);
    const act = (json: object) => api.call('POST', `${conversation}/activity`, { json });
    expect(
      at((await act({ role: 'appMaker', type: 'typing:start' })).body, 'conversation'),
    ).not.toHaveProperty('appMakerLastRead');
    expect(await act({ role: 'appMaker', type: 'conversation:read' })).toMatchObject({
      status: 200,
      body: { conversation: { appMakerLastRead: api.clock.now() / 1000, unreadCount: 0 } },
    });
    expect((await act({ role: 'appUser', type: 'typing:start' })).status).toBe(400);
    expect((await act({ role: 'appMaker', type: 'singing' })).status).toBe(400);
  });
});
