import { expect, test } from 'vitest';
import { createChatter, versions } from '../src/index.js';
import { setUp } from './setup.js';

test('the versions of an org are listed without a token, the newest last', async () => {
  const { emulator } = await setUp();
  const list = await versions(emulator.url);
  expect(list[0]).toEqual({
    label: expect.any(String) as string,
    url: '/services/data/v31.0',
    version: '31.0',
  });
  expect(Number(list.at(-1)?.version)).toBeGreaterThanOrEqual(66);
  expect(emulator.control.requests.all[0]).toMatchObject({ path: '/services/data/' });
  expect(emulator.control.requests.all[0]?.headers['authorization']).toBeUndefined();
});

test('a client lists those of its org, and its version can be one of them', async () => {
  const { emulator, chatter } = await setUp();
  const newest = (await versions(chatter)).at(-1);
  const { instanceUrl, accessToken } = emulator.credentials;
  const latest = createChatter({ instanceUrl, accessToken, version: newest?.version });
  expect(await latest.users.me()).toMatchObject({ type: 'User' });
  expect(emulator.control.requests.all.at(-1)?.path).toBe(`${newest?.url}/chatter/users/me`);
});

test('an address that is none is refused before anything is sent', async () => {
  await expect(versions('mydomain')).rejects.toMatchObject({ kind: 'usage', code: 'INVALID_OPTION' });
});
