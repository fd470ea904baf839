import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import type { SlackError } from '../src/index.js';
import { behaviour } from './behaviours.js';
import { createFastClock, setUpWeb, type SlackEmulator } from './setup.js';

/** Pauses pass quickly, and what takes its time has it. */
const quick = { clock: createFastClock(200), timeoutMs: 2_000_000, totalTimeoutMs: 200_000_000 };

/** The ids that posts went with. */
function idsOf({ control }: SlackEmulator): (string | null)[] {
  const posts = control.requests.matching({ path: '/api/chat.postMessage' });
  return posts.map(({ text }) => new URLSearchParams(text).get('client_msg_id'));
}

function texts(emulator: SlackEmulator): string[] {
  return emulator.control.messages(emulator.credentials.channelId).map(({ text }) => text);
}

describe('what only reads', () => {
  test.each([
    ['no answer', { kind: 'drop', when: 'before' }],
    ['a status of 503', { kind: 'status', status: 503 }],
    ['a page instead of an answer', { kind: 'html' }],
  ] as const)(behaviour(135, '%s'), async (_name, fault) => {
    const { emulator, web } = await setUpWeb(quick);
    emulator.control.faults.add({ fault, times: 2 });
    const { meta } = await web.auth.test();
    expect(meta.attempt).toBe(3);
    expect(emulator.control.requests.all).toHaveLength(3);
  });

  test('is not tried forever', async () => {
    const { emulator, web } = await setUpWeb(quick);
    emulator.control.faults.add({ fault: { kind: 'status', status: 503 }, times: Infinity });
    expect(await rejection(web.auth.test())).toMatchObject({ kind: 'http', retryable: true });
    expect(emulator.control.requests.all).toHaveLength(3);
    expect(await rejection(web.auth.test({}, { retries: 0 }))).toMatchObject({ kind: 'http' });
    expect(emulator.control.requests.all).toHaveLength(4);
  });
});

describe('a post', () => {
  test(behaviour(135, 'a post whose answer was lost is posted once, by an id of its own'), async () => {
    const { emulator, web } = await setUpWeb(quick);
    const { channelId: channel } = emulator.credentials;
    emulator.control.faults.add({ fault: { kind: 'drop', when: 'after' } });
    const result = await web.chat.postMessage({ channel, text: 'once' });
    expect(result).toMatchObject({ ok: true, is_duplicate: true });
    expect(result.meta.attempt).toBe(2);
    expect(texts(emulator).filter((text) => text === 'once')).toHaveLength(1);
    const ids = idsOf(emulator);
    expect(ids[0]).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(ids[1]).toBe(ids[0]);
    await web.chat.postMessage({ channel, text: 'another' });
    expect(idsOf(emulator)[2]).not.toBe(ids[0]);
  });

  test(behaviour(135, 'a post without an id is not tried again when it may have arrived'), async () => {
    const { emulator, web } = await setUpWeb({ ...quick, idempotency: false });
    const { channelId: channel } = emulator.credentials;
    emulator.control.faults.add({ fault: { kind: 'drop', when: 'after' } });
    const error = await rejection(web.chat.postMessage({ channel, text: 'once' }));
    expect(error).toMatchObject({ kind: 'network', retryable: false });
    expect(idsOf(emulator)).toEqual([null]);
    expect(texts(emulator).filter((text) => text === 'once')).toHaveLength(1);
  });

  test(behaviour(135, 'other methods that write are not tried again either'), async () => {
    const { emulator, web } = await setUpWeb(quick);
    emulator.control.faults.add({ fault: { kind: 'drop', when: 'after' } });
    const error = await rejection(web.call('conversations.create', { name: 'once' }));
    expect(error).toMatchObject({ kind: 'network', retryable: false, ambiguous: true, attempts: 1 });
    expect(emulator.control.requests.all).toHaveLength(1);
  });

  test('keeps the id that its caller gives it', async () => {
    const { emulator, web } = await setUpWeb(quick);
    const { channelId: channel } = emulator.credentials;
    const args = Object.freeze({ channel, text: 'x', client_msg_id: 'b1a6b2a0-0000-4000-8000-000000000001' });
    emulator.control.faults.add({ fault: { kind: 'drop', when: 'after' } });
    await web.chat.postMessage(args);
    expect(idsOf(emulator)).toEqual([args.client_msg_id, args.client_msg_id]);
  });

  test.each([undefined, ''])('whose id is %j gets one', async (id) => {
    const { emulator, web } = await setUpWeb(quick);
    const { channelId: channel } = emulator.credentials;
    emulator.control.faults.add({ fault: { kind: 'drop', when: 'after' } });
    await web.chat.postMessage({ channel, text: 'once only', client_msg_id: id });
    expect(texts(emulator).filter((text) => text === 'once only')).toHaveLength(1);
    const [first, second] = idsOf(emulator);
    expect(first).toMatch(/^[\da-f]{8}-/);
    expect(second).toBe(first);
  });

  test('of which nobody knows whether it arrived says so, and is not to be repeated', async () => {
    const { emulator, web } = await setUpWeb(quick);
    const { channelId: channel } = emulator.credentials;
    emulator.control.faults.add({ fault: { kind: 'drop', when: 'after' }, times: Infinity });
    const error = await rejection(web.chat.postMessage({ channel, text: 'maybe' }));
    expect(error).toMatchObject({ name: 'SlackError', kind: 'network', code: 'NETWORK', retryable: false });
    expect(error).toMatchObject({ ambiguous: true, attempts: 3 });
    expect(String(error)).toContain('it may have been posted');
  });

  test('that was certainly not sent may be repeated', async () => {
    const { web } = await setUpWeb({
      ...quick,
      baseUrl: 'http://127.0.0.1:1/api',
      retries: 0,
      fetch: refused,
    });
    const error = await rejection(web.chat.postMessage({ channel: 'C1', text: 'x' }));
    expect(error).toMatchObject({ kind: 'network', retryable: true, attempts: 1 });
    expect(error).not.toHaveProperty('ambiguous');
    expect(String(error)).not.toContain('posted,');
  });

  test('whose first try is gone is of unknown outcome', async () => {
    const { emulator, web } = await setUpWeb(quick);
    const { channelId: channel } = emulator.credentials;
    emulator.control.faults.add({ fault: { kind: 'drop', when: 'after' } });
    emulator.control.faults.add({
      fault: { kind: 'status', status: 200, body: '{"ok":false,"error":"duplicate_message_not_found"}' },
    });
    const error = (await rejection(web.chat.postMessage({ channel, text: 'x' }))) as SlackError;
    expect(error).toMatchObject({ code: 'duplicate_message_not_found', retryable: false });
    expect(error.message).toContain('it may have been posted');
  });

  test('is in doubt when the limit of the whole call ends it under way', async () => {
    const { emulator, web } = await setUpWeb({ ...quick, totalTimeoutMs: 300 });
    const { channelId: channel } = emulator.credentials;
    emulator.control.faults.add({ fault: { kind: 'hang' }, times: Infinity });
    const error = await rejection(web.chat.postMessage({ channel, text: 'slow' }));
    expect(error).toMatchObject({ kind: 'timeout', retryable: false, ambiguous: true });
  });

  test('is in doubt when its token ends between the first try and the second', async () => {
    const { emulator, web } = await setUpWeb(quick);
    const { channelId: channel } = emulator.credentials;
    emulator.control.faults.add({ fault: { kind: 'drop', when: 'after' } });
    emulator.control.faults.add({
      fault: { kind: 'status', status: 200, body: '{"ok":false,"error":"token_revoked"}' },
    });
    const error = await rejection(web.chat.postMessage({ channel, text: 'before' }));
    expect(texts(emulator)).toContain('before');
    expect(error).toMatchObject({ kind: 'auth', code: 'token_revoked', ambiguous: true, attempts: 2 });
  });

  test('that only reads is never in doubt', async () => {
    const { emulator, web } = await setUpWeb(quick);
    emulator.control.faults.add({ fault: { kind: 'drop' }, times: Infinity });
    const error = await rejection(web.call('users.list', {}));
    expect(error).toMatchObject({ kind: 'network', retryable: true, attempts: 3 });
    expect(error).not.toHaveProperty('ambiguous');
  });

  test('that Slack refuses plainly at the second try was not posted', async () => {
    const { emulator, web } = await setUpWeb(quick);
    emulator.control.faults.add({ fault: { kind: 'status', status: 503 } });
    const error = (await rejection(web.chat.postMessage({ channel: 'C0NOBODY', text: 'x' }))) as SlackError;
    expect(error).toMatchObject({ kind: 'refused', code: 'channel_not_found' });
    expect(error.message).not.toContain('may have been');
  });
});

/** A network on which nobody listens. */
async function refused(): Promise<Response> {
  const lost = new TypeError('fetch failed');
  lost.cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  throw lost;
}
