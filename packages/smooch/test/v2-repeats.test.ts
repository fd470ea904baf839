import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { conversations, messages, users, type Sunshine } from '../src/v2/index.js';
import { scripted } from './sunshine.js';

const id = '5e1606762556d93e9c176f69';

/** An answer that can be waited out at once. */
const failure = (status: number, code = 'oops'): Response =>
  Response.json({ errors: [{ code, title: 'Oops' }] }, { status, headers: { 'retry-after': '0' } });

const gone = (): Response => failure(404, 'user_not_found');

const post = (sunshine: Sunshine): Promise<unknown> => messages(sunshine).sendText(id, 'Hello');

describe('a message', () => {
  test('is sent again after 429, as often as it is allowed', async () => {
    const { sunshine, sent } = scripted((_request, count) => (count < 3 ? failure(429) : { messages: [] }));
    await post(sunshine);
    expect(sent).toHaveLength(3);
  });

  test.each([408, 500, 502, 503, 504])('is not sent again after %i', async (status) => {
    const { sunshine, sent } = scripted(() => failure(status));
    expect(await rejection(post(sunshine))).toMatchObject({ status, retryable: false });
    expect(sent).toHaveLength(1);
  });

  test('is not sent again when the connection broke', async () => {
    const { sunshine, sent } = scripted(() => {
      throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET' } });
    });
    expect(await rejection(post(sunshine))).toMatchObject({ kind: 'network', retryable: false });
    expect(sent).toHaveLength(1);
  });
});

test.each([502, 503, 504])('a change is made again after %i', async (status) => {
  const { sunshine, sent } = scripted((_request, count) => (count === 1 ? failure(status) : { user: {} }));
  await users(sunshine).update('ada', { profile: { givenName: 'Ada' } });
  expect(sent.map(({ method }) => method)).toEqual(['PATCH', 'PATCH']);
});

describe('what is gone', () => {
  test('counts as taken away when an earlier sending may have done it', async () => {
    const { sunshine, sent } = scripted((_request, count) => (count === 1 ? failure(503) : gone()));
    expect(await users(sunshine).delete('ada')).toBeUndefined();
    expect(sent.map(({ method }) => method)).toEqual(['DELETE', 'DELETE']);
  });

  test('counts as taken away after a broken connection', async () => {
    const { sunshine } = scripted((_request, count) => {
      if (count > 1) return failure(404, 'conversation_not_found');
      throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET' } });
    });
    expect(await conversations(sunshine).delete(id)).toBeUndefined();
  });

  test('was never there when it was asked for once', async () => {
    const { sunshine, sent } = scripted(gone);
    expect(await rejection(users(sunshine).delete('ada'))).toMatchObject({ code: 'user_not_found' });
    expect(sent).toHaveLength(1);
  });

  test('was never there when all that went before was refused', async () => {
    const { sunshine, sent } = scripted((_request, count) => (count === 1 ? failure(429) : gone()));
    expect(await rejection(users(sunshine).delete('ada'))).toMatchObject({ code: 'user_not_found' });
    expect(sent).toHaveLength(2);
  });
});

test('what cannot be taken away at all is told as it is', async () => {
  const { sunshine } = scripted((_request, count) =>
    count === 1 ? failure(503) : failure(400, 'bad_request'),
  );
  expect(await rejection(conversations(sunshine).delete(id))).toMatchObject({ code: 'bad_request' });
});
