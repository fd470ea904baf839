import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { integrations } from '../src/index.js';
import { connect, sent } from './emulator.js';
import { integrationSamples } from './v1-operations.js';

test.each(integrationSamples.map((content) => [content.type, content] as const))(
  'an integration of type %s is connected, read and taken away, and shows no secret',
  async (type, content) => {
    const { smooch } = await connect();
    const all = integrations(smooch);
    const { integration } = await all.create(content);
    expect(integration).toMatchObject({ type, status: 'active' });
    expect(integration._id).toMatch(/^[\da-f]{24}$/);
    for (const secret of [
      'appSecret',
      'authToken',
      'token',
      'apiKey',
      'apiSecret',
      'serverKey',
      'password',
    ]) {
      expect(integration).not.toHaveProperty(secret);
    }
    expect(await all.get(integration._id)).toEqual({ integration });
    expect(await all.delete(integration._id)).toBeUndefined();
    expect(await rejection(all.get(integration._id))).toMatchObject({ kind: 'refused', code: 'not_found' });
  },
);

test('settings are changed one by one, and cleared by null', async () => {
  const { smooch } = await connect();
  const all = integrations(smooch);
  const { integration } = await all.create({ type: 'web', businessName: 'Trailhead', brandColor: 'ff0000' });
  expect(integration).toMatchObject({ businessName: 'Trailhead', actionColor: '0099ff' });
  const changed = await all.update(integration._id, {
    displayName: 'Chat',
    businessName: null,
    displayStyle: 'tab',
  });
  expect(changed.integration).toMatchObject({
    displayName: 'Chat',
    brandColor: 'ff0000',
    displayStyle: 'tab',
  });
  expect(changed.integration['businessName'] ?? null).toBeNull();
  expect(await all.get(integration._id)).toEqual(changed);
});

test('integrations are listed by their types, however many', async () => {
  const { emulator, smooch } = await connect();
  const all = integrations(smooch);
  const names = Array.from({ length: 4 }, (_, index) => `bot ${index}`);
  for (const displayName of names) await all.create({ type: 'telegram', token: 't', displayName });
  await all.create({ type: 'viber', token: 't' });
  emulator.control.requests.clear();
  const found = await all.list({ types: ['telegram', 'web'], limit: 3 }).toArray();
  expect(found.filter(({ type }) => type === 'telegram').map(({ displayName }) => displayName)).toEqual(
    names,
  );
  expect(new Set(found.map(({ type }) => String(type)))).toEqual(new Set(['telegram', 'web']));
  expect(sent(emulator).map(([, target]) => target)).toEqual([
    '/v1.1/integrations?types=telegram%2Cweb&limit=3',
    '/v1.1/integrations?types=telegram%2Cweb&limit=3&offset=3',
  ]);
});

test('an integration that lacks what it needs is refused in the words of the service', async () => {
  const { smooch } = await connect();
  const content = { type: 'twilio', accountSid: 'a', authToken: 't', phoneNumberSid: '' } as const;
  const error = await rejection(integrations(smooch).create(content));
  expect(error).toMatchObject({ kind: 'refused', code: 'bad_request', status: 400 });
  expect(String(error)).toContain('phoneNumberSid');
});
