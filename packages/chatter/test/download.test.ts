import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { at, connect, download, withBearerUrls } from '../src/index.js';
import { setUp } from './setup.js';

describe('a download', () => {
  test('is an answer whose bytes are read by the caller', async () => {
    const { emulator, chatter } = await setUp();
    emulator.control.faults.add({
      match: { path: /content$/ },
      fault: { kind: 'status', status: 200, body: 'not JSON', headers: { 'content-type': 'image/png' } },
    });
    const answer = await download(connect(chatter)._('files')._('069E0000000Fpox')._('content'), {
      versionNumber: 1,
    });
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(await answer.text()).toBe('not JSON');
    expect(emulator.control.requests.all[0]?.target).toBe(
      '/services/data/v66.0/connect/files/069E0000000Fpox/content?versionNumber=1',
    );
  });

  test('can be of an address from an answer', async () => {
    const { emulator, chatter } = await setUp();
    emulator.control.faults.add({ fault: { kind: 'status', status: 200, body: 'x' } });
    const url = '/services/data/v66.0/connect/files/069E0000000Fpox/rendition?type=THUMB240BY180';
    await (await download(at(chatter, url))).text();
    expect(emulator.control.requests.all[0]?.target).toBe(url);
  });

  test('that is refused says why', async () => {
    const { chatter } = await setUp();
    const nothing = download(connect(chatter)._('files')._('069E0000000Fpox')._('nothing'));
    expect(await rejection(nothing)).toMatchObject({ kind: 'refused', status: 404, code: 'NOT_FOUND' });
  });

  test('outlives a session', async () => {
    const { emulator, chatter } = await setUp();
    emulator.control.expireSessions();
    const me = await download(chatter.users.me);
    expect(await me.json()).toMatchObject({ type: 'User' });
    expect(emulator.control.tokenRequests).toBe(1);
  });
});

test('addresses that need no session are asked for by a header, beside others', async () => {
  const { emulator, chatter } = await setUp();
  const given = { headers: { 'accept-language': 'de' }, timeoutMs: 1000 };
  await chatter.users.me({}, withBearerUrls(given));
  expect(emulator.control.requests.all[0]?.headers).toMatchObject({
    'x-connect-bearer-urls': 'true',
    'accept-language': 'de',
  });
  expect(given).toEqual({ headers: { 'accept-language': 'de' }, timeoutMs: 1000 });
});
