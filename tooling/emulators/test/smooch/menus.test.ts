import { expect, test } from 'vitest';
import { at, textAt } from '../json.js';
import { hooked, nora } from './hooked.js';
import { refusal, startApi } from './support.js';

test('a menu is of the app or of an integration', async () => {
  const { call } = await startApi();
  const items = [
    { type: 'link', text: 'Shop', uri: 'https://shop.example' },
    { type: 'submenu', text: 'More', items: [{ type: 'postback', text: 'Hi', payload: 'HI' }] },
  ];
  expect((await call('PUT', '/v1.1/menu', { json: { items } })).body).toMatchObject({ menu: { items } });
  expect(textAt((await call('GET', '/v1.1/menu')).body, 'menu', 'items', 1, 'items', 0, '_id')).toMatch(
    /^[0-9a-f]{24}$/,
  );
  expect((await call('DELETE', '/v1.1/menu')).body).toEqual({ menu: { items: [] } });
  const { body } = await call('GET', '/v1.1/integrations?types=messenger');
  const one = `/v1.1/integrations/${textAt(body, 'integrations', 0, '_id')}/menu`;
  expect((await call('GET', one)).status).toBe(404);
  const settings = { inputEnabled: true };
  expect(await call('POST', one, { json: { items, settings } })).toMatchObject({
    status: 201,
    body: { menu: { items, settings } },
  });
  expect((await call('DELETE', one)).body).toEqual({});
});

test('a menu has one to five lines, and so has a submenu', async () => {
  const { call } = await startApi();
  const line = { type: 'postback', text: 'Hi', payload: 'HI' };
  const six = Array.from({ length: 6 }, () => line);
  const put = async (items: readonly object[]) => call('PUT', '/v1.1/menu', { json: { items } });
  expect((await put(six.slice(1))).status).toBe(200);
  for (const items of [six, [{ type: 'submenu', text: 'More', items: six }]]) {
    expect(await put(items)).toMatchObject({
      status: 400,
      body: refusal('bad_request', "'items' should NOT have more than 5 items"),
    });
  }
  expect((await put([])).status).toBe(400);
});

test('a line of the menu posts back without a message, and that of the integration stands before the app’s', async () => {
  const { call, emulator, receiver } = await hooked('v1.1', { triggers: ['postback'] });
  const lineOf = (payload: string) => [{ type: 'postback', text: payload.toLowerCase(), payload }];
  const ofApp = await call('PUT', '/v1.1/menu', { json: { items: lineOf('APP') } });
  const person = emulator.control.user(nora);
  person.clicks(textAt(ofApp.body, 'menu', 'items', 0, '_id'));

  const { body } = await call('GET', '/v1.1/integrations?types=messenger');
  const one = `/v1.1/integrations/${textAt(body, 'integrations', 0, '_id')}/menu`;
  const more = [{ type: 'submenu', text: 'More', items: lineOf('INTEGRATION') }];
  const own = await call('POST', one, { json: { items: more } });
  person.clicks(textAt(own.body, 'menu', 'items', 0, 'items', 0, '_id'));
  expect(() => person.clicks(textAt(ofApp.body, 'menu', 'items', 0, '_id'))).toThrow('Action not found');

  await emulator.control.flush();
  const told = receiver.received.map(({ json }) => at(json, 'postbacks', 0));
  expect(told).toMatchObject([{ action: { payload: 'APP' } }, { action: { payload: 'INTEGRATION' } }]);
  for (const postback of told) expect(postback).not.toHaveProperty('message');
});
