import { describe, expect, test } from 'vitest';
import { createChatter } from '../src/index.js';
import { setUp } from './setup.js';

describe('the calls of the original library', () => {
  test('me = chatter.users.me.get()', async () => {
    const { emulator, chatter } = await setUp();
    const me = await chatter.users.me.get();
    expect(me).toMatchObject({ id: emulator.credentials.userId, type: 'User' });
    expect(await chatter.users.me()).toEqual(me);
    expect(emulator.control.requests.all.map(({ path }) => path)).toEqual([
      '/services/data/v66.0/chatter/users/me',
      '/services/data/v66.0/chatter/users/me',
    ]);
  });

  test('other_user = chatter.users["005…"]()', async () => {
    const { emulator, chatter } = await setUp();
    const { otherUserId } = emulator.credentials;
    const byIndex = await chatter.users[otherUserId]?.();
    expect(byIndex).toMatchObject({ id: otherUserId });
    expect(await chatter.users[otherUserId]?.get()).toEqual(byIndex);
    expect(await chatter.users._(otherUserId).get()).toEqual(byIndex);
  });

  test('a short id finds the same user', async () => {
    const { emulator, chatter } = await setUp();
    const { otherUserId } = emulator.credentials;
    expect(await chatter.users._(otherUserId.slice(0, 15)).get()).toMatchObject({ id: otherUserId });
  });

  test.each(['66.0', '50.0', '32.0', '31.0'])(
    'feeds.news.me.feed_items.post(text="Hello world!") on %s',
    async (version) => {
      const { emulator, chatter } = await setUp({ version });
      await chatter.feeds.news.me.feed_items.post({ text: 'Hello world!' });
      const post = emulator.control.posts().at(-1);
      expect(post).toMatchObject({ text: 'Hello world!', actorId: emulator.credentials.userId });
      expect(emulator.control.requests.all).toHaveLength(1);
    },
  );

  test('a status goes to the subject of its feed', async () => {
    const { emulator, chatter } = await setUp();
    const { recordId, otherUserId } = emulator.credentials;
    await chatter.feeds.record._(recordId).feed_items.post({ text: 'on a record' });
    await chatter.feeds.user_profile._(otherUserId).feed_items.post({ text: 'on a profile' });
    expect(emulator.control.posts().slice(-2)).toMatchObject([
      { text: 'on a record', parentId: recordId },
      { text: 'on a profile', parentId: otherUserId },
    ]);
  });

  test('on versions that still live in an old org, a status goes as it always did', async () => {
    const { emulator, chatter } = await setUp({ version: '24.0' }, { legacy: true });
    await chatter.feeds.news.me.feed_items.post({ text: 'Hello 2012' });
    expect(emulator.control.requests.all[0]).toMatchObject({
      path: '/services/data/v24.0/chatter/feeds/news/me/feed-items',
      text: 'text=Hello+2012',
    });
    expect(emulator.control.posts().at(-1)).toMatchObject({ text: 'Hello 2012' });
  });

  test('access_token_refreshed_callback=my_callback', async () => {
    const told: string[] = [];
    const { emulator, chatter } = await setUp({ onTokens: ({ accessToken }) => told.push(accessToken) });
    emulator.control.expireSessions();
    const me = await chatter.users.me();
    expect(me.id).toBe(emulator.credentials.userId);
    await chatter.users.me();
    expect(told).toHaveLength(1);
    expect(told).not.toContain(emulator.credentials.accessToken);
  });

  test('a retired version says which ones answer', async () => {
    const { chatter } = await setUp({ version: '24.0' });
    await expect(chatter.users.me()).rejects.toMatchObject({
      kind: 'refused',
      status: 410,
      message: expect.stringMatching(/this resource or version is retired; 31\.0 and newer answer/) as string,
    });
  });
});

describe('a post', () => {
  test('can be made, read and deleted as a feed element', async () => {
    const { emulator, chatter } = await setUp();
    const element = await chatter.feed_elements.post({
      feedElementType: 'FeedItem',
      subjectId: 'me',
      body: { messageSegments: [{ type: 'Text', text: 'A first line' }] },
    });
    expect(element).toMatchObject({ type: 'TextPost', body: { text: 'A first line' } });
    expect((await chatter.feed_elements._(element.id).get()).id).toBe(element.id);
    expect(await chatter.feed_elements._(element.id).delete()).toBeUndefined();
    await expect(chatter.feed_elements._(element.id).get()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(emulator.control.posts().map(({ id }) => id)).not.toContain(element.id);
  });

  test('reads as it was written, unless HTML is asked for', async () => {
    const text = `<b>"Fish" & 'chips'</b> \\o/`;
    const { emulator, chatter } = await setUp();
    const element = await chatter.feeds.news.me.feed_items.post({ text });
    expect(element.body.text).toBe(text);
    const { instanceUrl, accessToken } = emulator.credentials;
    const encoded = createChatter({ instanceUrl, accessToken, entityEncoding: 'html' });
    expect((await encoded.feed_elements._(element.id).get()).body.text).toBe(
      '&lt;b&gt;&quot;Fish&quot; &amp; &#39;chips&#39;&lt;/b&gt; &#92;o/',
    );
  });
});

describe('an error says what was asked, what came back, and in whose words', () => {
  test('an id of another kind of thing', async () => {
    const { emulator, chatter } = await setUp();
    await expect(chatter.users._(emulator.credentials.recordId).get()).rejects.toMatchObject({
      name: 'ChatterError',
      kind: 'refused',
      code: 'INVALID_ID_FIELD',
      status: 400,
      message: expect.stringMatching(
        /^chatter: GET \/services\/data\/v66\.0\/chatter\/users\/\S+ answered 400 /,
      ) as string,
    });
  });

  test('nobody by that id', async () => {
    const { chatter } = await setUp();
    await expect(chatter.users._('005000000000000AAA').get()).rejects.toMatchObject({
      kind: 'refused',
      code: 'NOT_FOUND',
      status: 404,
      details: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
    });
  });

  test('a path that does not exist', async () => {
    const { chatter } = await setUp();
    await expect(chatter._('no-such-thing').get()).rejects.toMatchObject({ status: 404, kind: 'refused' });
  });

  test('the limit of the hour is not made worse by trying again', async () => {
    const { emulator, chatter } = await setUp();
    emulator.control.hourlyLimit(0);
    await expect(chatter.users.me()).rejects.toMatchObject({
      kind: 'rate-limit',
      code: 'REQUEST_LIMIT_EXCEEDED',
      status: 503,
      retryAfterMs: 3_600_000,
    });
    expect(emulator.control.requests.all).toHaveLength(1);
  });

  test('the limit of the day is not tried again either', async () => {
    const { emulator, chatter } = await setUp();
    emulator.control.dailyLimit(0);
    await expect(chatter.users.me()).rejects.toMatchObject({
      kind: 'rate-limit',
      code: 'REQUEST_LIMIT_EXCEEDED',
      status: 403,
      retryable: false,
    });
    expect(emulator.control.requests.all).toHaveLength(1);
  });

  test('maintenance is an error of the edge, and worth another try', async () => {
    const { emulator, chatter } = await setUp({ retries: 0 });
    emulator.control.faults.add({ fault: { kind: 'html', status: 503 } });
    await expect(chatter.users.me()).rejects.toMatchObject({ kind: 'http', status: 503, retryable: true });
  });
});
