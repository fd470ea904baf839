import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { describeSentence } from '../src/refusals.js';
import { sentence, talkTo } from './service.js';

const sentences: readonly (readonly [string, object])[] = [
  [
    'You can perform this action again in 1 second.',
    { kind: 'rate-limit', code: 'THROTTLED', retryable: true, retryAfterMs: 1000 },
  ],
  [
    'You can perform this action again in 14 seconds.',
    { kind: 'rate-limit', code: 'THROTTLED', retryable: true, retryAfterMs: 14_000 },
  ],
  [
    'You can perform this action again in 2 minutes.',
    { kind: 'rate-limit', code: 'THROTTLED', retryable: true, retryAfterMs: 120_000 },
  ],
  ['Your account is blocked, ending in 5 hours', { code: 'ACCOUNT_BLOCKED', retryAfterMs: 5 * 3_600_000 }],
  ['Your account is blocked, ending on Oct 2 at 1:37', { code: 'ACCOUNT_BLOCKED' }],
  ['The room is in timeout, ending in 58 seconds', { code: 'ROOM_TIMEOUT', retryAfterMs: 58_000 }],
  ['The room does not exist, or you do not have permission', { code: 'ROOM_NOT_FOUND' }],
  ['The room has been frozen; new messages cannot be added', { code: 'ROOM_FROZEN' }],
  ['You need 20 reputation points to talk here', { code: 'REPUTATION' }],
  ['The message is too long', { code: 'MESSAGE_TOO_LONG' }],
  ['The explanation is too long', { code: 'TOO_LONG' }],
  ['It is too late to edit this message', { code: 'TOO_LATE' }],
  ['This message has already been deleted.', { code: 'MESSAGE_DELETED' }],
  ['You can only delete your own messages', { code: 'NOT_YOUR_MESSAGE' }],
  ['You cannot star a message of your own', { code: 'OWN_MESSAGE' }],
  ['You cannot flag your own messages', { code: 'OWN_MESSAGE' }],
  ['You have no more stars left for today', { code: 'LIMIT_REACHED' }],
  ['You cannot write or edit messages in this room', { code: 'NO_PERMISSION' }],
  ['You do not have permission to undelete this message', { code: 'NO_PERMISSION' }],
  ['Only a room-owner can pin messages', { code: 'NO_PERMISSION' }],
  ['You must be logged in to do this', { kind: 'auth', code: 'NOT_LOGGED_IN' }],
  ['The moon is full', { code: 'REFUSED' }],
];

test.each(sentences)('"%s" is told by its code, and in its own words', (words, expected) => {
  const described = describeSentence(words);
  expect(described).toMatchObject({ kind: 'refused', retryable: false, message: words, ...expected });
  expect('retryAfterMs' in described).toBe('retryAfterMs' in expected);
});

test.each([
  ['in words, with the status of a conflict', () => sentence('It is too late to edit this message')],
  ['in words, as something that is not there', () => sentence('It is too late to edit this message', 404)],
  [
    'in words, without the header of a refusal',
    () => sentence('It is too late to edit this message', 409, false),
  ],
  [
    'in words that are called HTML',
    () =>
      new Response('It is too late to edit this message', {
        status: 409,
        headers: { 'content-type': 'text/html' },
      }),
  ],
  ['in words, as if all were well', () => sentence('It is too late to edit this message', 200)],
  ['as JSON, as if all were well', () => Response.json('It is too late to edit this message')],
  [
    'as an object that is not ok',
    () => Response.json({ ok: false, message: 'It is too late to edit this message' }),
  ],
])('a refusal %s is one', async (_what, answer) => {
  const { http } = await talkTo(answer);
  const error = await rejection(http.post('/messages/1', { text: 'x' }));
  expect(error).toMatchObject({ kind: 'refused', code: 'TOO_LATE', retryable: false });
  expect((error as Error).message).toContain('It is too late to edit this message');
});

const moment =
  '<!DOCTYPE html><title>Just a moment...</title><script src="/cdn-cgi/challenge-platform/x"></script>';

const page = (status: number, html: string, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(html, { status, headers: { 'content-type': 'text/html', ...headers } });

test.each([
  ['Cloudflare', () => page(403, moment), { kind: 'http', code: 'CLOUDFLARE', retryAfterMs: 120_000 }],
  ['Cloudflare, in trouble', () => page(503, moment), { kind: 'http', code: 'CLOUDFLARE' }],
  [
    'a limit of the address',
    () => page(429, '<h1>Too Many Requests</h1>'),
    { kind: 'rate-limit', code: 'ADDRESS_LIMITED', retryAfterMs: 120_000, retryable: true },
  ],
  [
    'a limit of the address that says how long',
    () => page(429, '<h1>Too Many Requests</h1>', { 'retry-after': '300' }),
    { kind: 'rate-limit', code: 'ADDRESS_LIMITED', retryAfterMs: 300_000, retryable: true },
  ],
  [
    'a limit of the address, in words,',
    () => new Response('error code: 1015', { status: 429 }),
    { kind: 'rate-limit', code: 'ADDRESS_LIMITED', retryAfterMs: 120_000, retryable: true },
  ],
  [
    'maintenance',
    () => page(503, '<h1>We are offline for maintenance</h1>'),
    { kind: 'http', code: 'MAINTENANCE', retryable: true },
  ],
  ['any other page', () => page(502, '<h1>Bad gateway</h1>'), { kind: 'http', code: 'HTTP_502' }],
])('%s is told from a refusal, wherever it comes', async (_what, answer, expected) => {
  const { http } = await talkTo(answer);
  expect(await rejection(http.page('/rooms/1'))).toMatchObject(expected);
  expect(await rejection(http.json('/rooms/pingable/1'))).toMatchObject(expected);
  expect(await rejection(http.post('/ws-auth', {}, { repeatable: true }))).toMatchObject(expected);
});
