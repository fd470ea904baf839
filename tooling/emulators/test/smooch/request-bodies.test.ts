import { expect, test } from 'vitest';
import { messages, withUser } from './saying.js';
import { listAt } from '../json.js';
import { basic } from './support.js';

test('JSON that is broken, or too large, is refused', async () => {
  const { call, emulator } = await withUser();
  const post = (body: string) =>
    fetch(emulator.url + messages, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: basic(emulator.credentials) },
      body,
    });
  expect((await post('{"role":')).status).toBe(400);
  const padding = (size: number) => `{"role":"appUser","type":"text","text":"Hi","x":"${'x'.repeat(size)}"}`;
  expect((await post(padding(100_000))).status).toBe(201);
  const large = await post(padding(103_000));
  expect(large.status).toBe(413);
  expect(await large.json()).toMatchObject({ error: { description: 'request entity too large' } });
  expect(listAt((await call('GET', messages)).body, 'messages')).toHaveLength(1);
});

test('GET and DELETE may announce JSON without sending any', async () => {
  const { call } = await withUser();
  const headers = { 'content-type': 'application/json' };
  expect((await call('GET', '/v1.1/appusers/a', { headers })).status).toBe(200);
  expect((await call('DELETE', '/v1.1/appusers/a', { headers })).status).toBe(200);
});
