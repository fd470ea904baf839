import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { isServiceError, ServiceError, SmoochError } from '../src/index.js';
import { connect } from './emulator.js';

const v1 = (code: string, description: string): string => JSON.stringify({ error: { code, description } });
const v2 = (...errors: readonly { code: string; title: string }[]): string => JSON.stringify({ errors });
const html = '<html><body><h1>nginx</h1></body></html>';

test.each([
  [400, v1('bad_request', 'no role'), 'refused', 'bad_request', 'no role'],
  [402, v1('payment_required', 'upgrade'), 'refused', 'payment_required', 'upgrade'],
  [403, v1('forbidden', 'Forbidden'), 'refused', 'forbidden', 'check the scope of the key'],
  [404, v1('not_found', 'User not found'), 'refused', 'not_found', 'User not found'],
  [405, v1('method_not_allowed', 'no'), 'refused', 'method_not_allowed', 'no'],
  [409, v1('conflict', 'User already exists'), 'refused', 'conflict', 'User already exists'],
  [413, v1('too_large', 'request entity too large'), 'refused', 'too_large', 'entity too large'],
  [
    415,
    v1('unsupported_media_type', 'File rejected.'),
    'refused',
    'unsupported_media_type',
    'File rejected.',
  ],
  [423, v1('locked', 'Message limit of 30000'), 'refused', 'locked', 'Message limit of 30000'],
  [413, '{"error":{"description":"too large"}}', 'refused', 'HTTP_413', 'too large'],
  [401, v1('unauthorized', 'Authorization is required'), 'auth', 'unauthorized', 'Authorization is required'],
  [401, html, 'auth', 'HTTP_401', 'HTTP_401: check the key id'],
  [429, v1('too_many_requests', 'slow down'), 'rate-limit', 'too_many_requests', 'slow down'],
  [429, '', 'rate-limit', 'HTTP_429', ''],
  [500, v1('internal_error', 'oops'), 'http', 'internal_error', 'oops'],
  [503, html, 'http', 'HTTP_503', ''],
  [404, html, 'http', 'HTTP_404', ''],
  [403, html, 'http', 'HTTP_403', ''],
  [409, v2({ code: 'conflict', title: 'User already exists' }), 'refused', 'conflict', 'User already exists'],
  [
    400,
    v2({ code: 'bad_request', title: 'no role' }, { code: 'bad_request', title: 'no type' }),
    'refused',
    'bad_request',
    'no role; no type',
  ],
  [400, '{"error":"text"}', 'http', 'HTTP_400', ''],
  [400, '{"errors":[null]}', 'http', 'HTTP_400', ''],
  [400, '{"errors":{}}', 'http', 'HTTP_400', ''],
  [400, 'null', 'http', 'HTTP_400', ''],
  [400, '[]', 'http', 'HTTP_400', ''],
])('%i %s is %s with code %s', async (status, body, kind, code, words) => {
  const { emulator, smooch } = await connect({ retries: 0 });
  const contentType = body.startsWith('<') ? 'text/html' : 'application/json';
  emulator.control.faults.add({
    fault: { kind: 'status', status, body, headers: { 'content-type': contentType } },
    // A refused token is tried once more.
    times: 2,
  });
  const error = await rejection(smooch.precreateUser('b6518'));
  expect(error).toMatchObject({ name: 'SmoochError', service: 'smooch', kind, code, status });
  expect((error as SmoochError).message).toContain(`smooch: POST /appusers answered ${status} ${code}`);
  expect((error as SmoochError).message).toContain(words);
  expect((error as SmoochError).retryable).toBe(status === 429);
});

test('errors are of one class, and known by their brand', async () => {
  const { smooch } = await connect();
  const error = await rejection(smooch.postMessage('nobody', 'Hello'));
  expect(error).toBeInstanceOf(SmoochError);
  expect(error).toBeInstanceOf(ServiceError);
  expect(isServiceError(error)).toBe(true);
  expect(error).toMatchObject({ kind: 'refused', code: 'not_found', status: 404 });
  expect((error as SmoochError).details).toMatchObject({ error: { code: 'not_found' } });
});

test('a taken userId is a conflict', async () => {
  const { smooch } = await connect();
  await smooch.precreateUser('b6518');
  expect(await rejection(smooch.precreateUser('b6518'))).toMatchObject({
    kind: 'refused',
    code: 'conflict',
    retryable: false,
  });
});

test('what the service declines is told in its own words', async () => {
  const { smooch } = await connect({ checks: false });
  await smooch.precreateUser('b6518');
  const link = { type: 'link' as const, text: 'Look', uri: 'https://example.com' };
  const error = await rejection(smooch.postMessage('b6518', { type: 'text', text: 'Hi', actions: [link] }));
  expect(error).toMatchObject({ kind: 'refused', code: 'bad_request' });
  expect(String(error)).toContain('Only messages of role appMaker can have actions');
  expect((error as SmoochError).description).toBe('Only messages of role appMaker can have actions');
});

test.each([
  ['that of v1', 400, v1('bad_request', 'no role'), 'no role'],
  ['the titles of v2', 400, '{"errors":[{"title":"no role"},null,{"title":"no type"}]}', 'no role; no type'],
  ['without advice', 403, v1('forbidden', 'Forbidden'), 'Forbidden'],
  ['none of a page of the edge', 502, html, undefined],
])('the description is %s', async (_what, status, body, description) => {
  const { emulator, smooch } = await connect({ retries: 0 });
  emulator.control.faults.add({ fault: { kind: 'status', status, body } });
  expect(((await rejection(smooch.getUser('b6518'))) as SmoochError).description).toBe(description);
});

test('a call that the service limits waits as it is told, and goes through', async () => {
  const { emulator, smooch } = await connect();
  emulator.control.faults.add({ fault: { kind: 'status', status: 429, headers: { 'retry-after': '0' } } });
  expect((await smooch.precreateUser('b6518')).appUser.userId).toBe('b6518');
  expect(emulator.control.requests.all).toHaveLength(2);
});

test('past the cap it fails at once, and says how long to wait', async () => {
  const { emulator, smooch } = await connect({ maxRetryAfterMs: 1_000 });
  emulator.control.rateLimit({ perMinute: 1 });
  await smooch.precreateUser('one');
  const error = await rejection(smooch.precreateUser('two'));
  expect(error).toMatchObject({ kind: 'rate-limit', code: 'too_many_requests', retryable: true });
  expect((error as SmoochError).retryAfterMs).toBeGreaterThan(1_000);
});

test.each(['drop', 'reset'] as const)(
  'a message that may have arrived is not posted again (%s)',
  async (kind) => {
    const { emulator, smooch } = await connect();
    await smooch.precreateUser('b6518');
    emulator.control.faults.add({ fault: { kind, when: 'after' } });
    expect(await rejection(smooch.postMessage('b6518', 'Hello'))).toMatchObject({
      kind: 'network',
      retryable: false,
    });
    expect(emulator.control.messages('b6518')).toHaveLength(1);
  },
);

test('an answer that breaks off is no answer', async () => {
  const { emulator, smooch } = await connect();
  emulator.control.faults.add({ fault: { kind: 'truncate' } });
  expect(await rejection(smooch.precreateUser('b6518'))).toMatchObject({
    kind: 'protocol',
    code: 'INVALID_JSON',
  });
});
