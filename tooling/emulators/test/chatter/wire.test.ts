import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, errorOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

/** Every list of keys in a value, in the order in which they were sent. */
function keyLists(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(keyLists);
  return Array.isArray(value) ? below : [Object.keys(value), ...below];
}

describe('the wire', () => {
  test('keys are in the order of their code units at every level', async () => {
    const { body } = await org.chatter('GET', 'feeds/news/me/feed-elements?pageSize=3');
    const lists = keyLists(body);
    expect(lists.length).toBeGreaterThan(50);
    for (const keys of lists) expect(keys).toEqual(keys.toSorted());
  });

  test('special characters are entities in all strings but URLs, unless they are asked for as they are', async () => {
    const written = `<b> & "quotes" 'n' back\\slash https://www.example.com/?a=1&b=2`;
    const encoded =
      '&lt;b&gt; &amp; &quot;quotes&quot; &#39;n&#39; back&#92;slash https://www.example.com/?a=1&amp;b=2';
    const json = {
      feedElementType: 'FeedItem',
      subjectId: 'me',
      body: { messageSegments: [{ type: 'Text', text: written }] },
    };
    const raw = await org.chatter('POST', 'feed-elements', { json });
    expect(at(raw.body, 'body.text')).toBe(written);
    const response = await fetch(org.url + String(at(raw.body, 'url')), {
      headers: { Authorization: `Bearer ${org.credentials.accessToken}` },
    });
    const byDefault = await response.json();
    expect(at(byDefault, 'body.text')).toBe(encoded);
    expect(at(byDefault, 'body.messageSegments.1.url')).toBe('https://www.example.com/?a=1&b=2');
    expect(at(byDefault, 'body.messageSegments.1.text')).toBe('https://www.example.com/?a=1&amp;b=2');
  });

  test('an answer is on one line unless it is to be pretty', async () => {
    expect((await org.chatter('GET', 'users/me')).text).not.toContain('\n');
    const pretty = await org.chatter('GET', 'users/me', { headers: { 'X-PrettyPrint': '1' } });
    expect(pretty.text).toMatch(/^\{\n {2}"aboutMe"/);
  });

  test('dates are UTC to the millisecond, which is always the first', async () => {
    const { body } = await org.chatter('GET', 'feeds/news/me/feed-elements?pageSize=1');
    expect(at(body, 'elements.0.createdDate')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/);
  });

  test('what is older than a day has an absolute date', async () => {
    const { body } = await org.chatter('GET', 'feeds/news/me/feed-elements?pageSize=100');
    expect(at(body, 'elements.0.relativeCreatedDate')).toBe('1h ago');
    expect(at(body, 'elements.35.relativeCreatedDate')).toMatch(/^February 23, 2026 at \d{1,2}:\d\d [AP]M$/);
  });

  test('a resource may be named with the suffix .json', async () => {
    expect(objectOf(await org.chatter('GET', 'users/me.json'))).toMatchObject({ id: org.credentials.userId });
  });

  test('XML is switched off, and who also takes JSON gets that', async () => {
    const asking = (path: string, accept: string) =>
      org.chatter('GET', path, { headers: { Accept: accept } }).then(({ status }) => status);
    expect(errorOf(await org.chatter('GET', 'users/me.xml'))).toMatchObject({
      status: 403,
      errorCode: 'FUNCTIONALITY_NOT_ENABLED',
    });
    expect(await asking('users/me', 'application/xml')).toBe(403);
    expect(await asking('users/me', 'application/xml, application/json;q=0.9')).toBe(200);
    expect(await asking('users/me', 'text/html, application/xhtml+xml, */*;q=0.8')).toBe(200);
  });
});

describe('methods', () => {
  test('a HEAD is answered as a GET without its body', async () => {
    const answered = await org.chatter('HEAD', 'users/me');
    expect(answered).toMatchObject({ status: 200, text: '' });
    expect(answered.headers.get('content-type')).toBe('application/json;charset=UTF-8');
  });

  test('a POST may stand for another method, in this very spelling', async () => {
    const { id } = org.control.posts().findLast((post) => post.actorId === org.credentials.userId) ?? {
      id: '',
    };
    expect((await org.chatter('POST', `feed-elements/${id}?_HttpMethod=delete`)).status).toBe(405);
    expect((await org.chatter('POST', `feed-elements/${id}?_httpmethod=DELETE`)).status).toBe(405);
    expect((await org.chatter('POST', `feed-elements/${id}?_HttpMethod=DELETE`)).status).toBe(204);
    expect((await org.chatter('GET', `feed-elements/${id}?_HttpMethod=DELETE`)).status).toBe(404);
  });

  test('another method on a known path is not allowed', async () => {
    expect(errorOf(await org.chatter('DELETE', 'users/me'))).toMatchObject({
      status: 405,
      errorCode: 'METHOD_NOT_ALLOWED',
    });
  });

  test.each(['/services/data/v66.0/chatter/nothing', '/services/data/v66.0/nothing', '/nothing'])(
    '%s is not found',
    async (path) => {
      expect(errorOf(await org.call('GET', path))).toEqual({
        status: 404,
        errorCode: 'NOT_FOUND',
        message: 'The requested resource does not exist',
      });
    },
  );

  test('an element of another kind is no identifier, and an unknown one is not found', async () => {
    const { userId } = org.credentials;
    expect(errorOf(await org.chatter('GET', `feed-elements/${userId}`))).toEqual({
      status: 400,
      errorCode: 'INVALID_ID_FIELD',
      message: `Invalid identifier: ${userId}`,
    });
    expect((await org.chatter('GET', 'feed-elements/0D5000000000001')).status).toBe(404);
  });
});

describe('limits', () => {
  test('the hourly limit is per user and ends with the hour', async () => {
    const token = await org.otherToken();
    org.control.hourlyLimit(2);
    expect((await org.chatter('GET', 'users/me')).status).toBe(200);
    expect((await org.chatter('GET', 'users/me')).status).toBe(200);
    const refused = await org.chatter('GET', 'users/me');
    expect(errorOf(refused)).toEqual({
      status: 503,
      errorCode: 'REQUEST_LIMIT_EXCEEDED',
      message:
        "You have reached the Connect API's hourly request limit for this user and application. Please try again later.",
    });
    expect(refused.headers.get('retry-after')).toBeNull();
    expect((await org.chatter('GET', 'users/me', { token })).status).toBe(200);
    // What needs no Chatter does not count.
    expect((await org.call('GET', '/services/data/v66.0')).status).toBe(200);
    await org.clock.advance(3_600_000);
    expect((await org.chatter('GET', 'users/me')).status).toBe(200);
    org.control.hourlyLimit(0);
    expect((await org.chatter('GET', 'users/me')).status).toBe(503);
    org.control.hourlyLimit(undefined);
    expect((await org.chatter('GET', 'users/me')).status).toBe(200);
  });

  test('the daily limit is of the org and ends after a day', async () => {
    await org.close();
    org = await startOrg({ sessionMs: 7 * 24 * 3_600_000 });
    org.control.dailyLimit(1);
    const first = await org.chatter('GET', 'users/me');
    expect(first.headers.get('sforce-limit-info')).toBe('api-usage=1/1');
    const refused = await org.chatter('GET', 'users/me');
    expect(refused.text).toBe(
      '[{"message":"TotalRequests Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}]',
    );
    expect(refused.status).toBe(403);
    await org.clock.advance(24 * 3_600_000);
    expect((await org.chatter('GET', 'users/me')).status).toBe(200);
    org.control.dailyLimit(undefined);
    expect((await org.chatter('GET', 'users/me')).headers.get('sforce-limit-info')).toBe('api-usage=1/15000');
  });
});
