import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { at, batch, call, community, connect, message, type BatchItem } from '../src/index.js';
import { setUp, type Setup } from './setup.js';

const usage = expect.objectContaining({ kind: 'usage', code: 'INVALID_REQUEST' }) as Error;
const path = /\/connect\/batch$/;

/** Lets the next batch be answered so. */
function answer({ emulator }: Setup, results: readonly object[], status = 200): void {
  const body = JSON.stringify(status === 200 ? { hasErrors: false, results } : results);
  emulator.control.faults.add({ match: { path }, fault: { kind: 'status', status, body } });
}

const ok = (result: unknown, statusCode = 200): object => ({ result, statusCode });
const failed = (statusCode: number, errorCode: string): object => ({
  statusCode,
  result: [{ errorCode, message: 'Because' }],
});

const batches = ({ emulator }: Setup): unknown[] =>
  emulator.control.requests.matching({ path }).map(({ json }) => json);

describe('the service', () => {
  test('runs a batch in order, and each of its calls sees what those before it did', async () => {
    const { emulator, chatter } = await setUp();
    const post = (words: string) =>
      call(chatter.feed_elements, 'POST', {
        feedElementType: 'FeedItem',
        subjectId: 'me',
        body: message(words),
      });
    const [one, two, news, me] = await batch(chatter, [
      post('one'),
      post('two'),
      call(chatter.feeds.news.me.feed_elements, 'GET', { pageSize: 2, sort: 'CreatedDateDesc' }),
      chatter.users.me,
    ]);
    expect([one.ok && one.status, two.ok && two.status, news.ok && news.status]).toEqual([201, 201, 200]);
    expect(news.ok && new Set(news.value.elements.map(({ id }) => id))).toEqual(
      new Set([one.ok && one.value.id, two.ok && two.value.id]),
    );
    expect(me.ok && me.value.id).toBe(emulator.credentials.userId);
    expect(emulator.control.requests.all).toHaveLength(1);
    const gone = await batch(
      chatter,
      [one, two].map((made) => call(at(chatter, made.ok ? made.value.url : ''), 'DELETE')),
    );
    expect(gone).toEqual([
      { ok: true, status: 204, value: undefined },
      { ok: true, status: 204, value: undefined },
    ]);
  });

  test('answers each item that fails in its own words, and halts where it is told to', async () => {
    const { chatter } = await setUp();
    const items = [
      chatter.users._('0D5000000000001'),
      chatter.users._('005000000000001'),
      chatter.users.me,
    ] as const;
    expect(await batch(chatter, items)).toMatchObject([
      { ok: false, halted: false, error: { code: 'INVALID_ID_FIELD', status: 400, kind: 'refused' } },
      { ok: false, halted: false, error: { code: 'NOT_FOUND', status: 404, kind: 'refused' } },
      { ok: true, status: 200 },
    ]);
    expect(await batch(chatter, items, { haltOnError: true })).toMatchObject([
      { ok: false, halted: false, error: { code: 'INVALID_ID_FIELD' } },
      { ok: false, halted: true, error: { code: 'BATCH_PROCESSING_HALTED', status: 412 } },
      { ok: false, halted: true, error: { code: 'BATCH_PROCESSING_HALTED', status: 412 } },
    ]);
  });

  test('posts a status of the original library in a batch, too', async () => {
    const { emulator, chatter } = await setUp();
    const status = call(chatter.feeds.news.me.feed_items, 'POST', { text: 'Hello' });
    expect(await batch(chatter, [status])).toMatchObject([{ ok: true, status: 201 }]);
    expect(emulator.control.posts().at(-1)).toMatchObject({ text: 'Hello' });
  });

  test('takes a batch while the session runs out', async () => {
    const { emulator, chatter } = await setUp();
    emulator.control.expireSessions();
    const write = call(chatter.feeds.news.me.feed_items, 'POST', { text: 'once' });
    expect(await batch(chatter, [write])).toMatchObject([{ ok: true }]);
    expect(emulator.control.posts().filter(({ text }) => text === 'once')).toHaveLength(1);
  });

  test('runs more than 25 calls in batches', async () => {
    const { emulator, chatter } = await setUp();
    const many = Array.from({ length: 30 }, () => chatter.users.me);
    const results = await batch(chatter, many, { split: true });
    expect(results.map(({ ok: done }) => done)).toEqual(Array.from({ length: 30 }, () => true));
    expect(emulator.control.requests.all).toHaveLength(2);
  });
});

describe('a batch', () => {
  test('is one request, in the words of the service', async () => {
    const setup = await setUp();
    const { chatter } = setup;
    answer(setup, [
      ok({ id: '005' }),
      ok({ users: [] }),
      ok({ id: '0D5' }, 201),
      ok(null, 204),
      ok({}),
      ok({}),
    ]);
    const post = { feedElementType: 'FeedItem', subjectId: 'me', body: message`Hello` } as const;
    await batch(chatter, [
      chatter.users.me,
      call(chatter.users, 'GET', { q: 'a b&c', pageSize: 2 }),
      call(chatter.feed_elements, 'POST', post),
      call(chatter.feed_elements._('0D5E0000000Fpox'), 'DELETE'),
      community(chatter, 'internal').users.me,
      call(connect(chatter)._('topics'), 'POST', undefined, { query: { name: 'x' } }),
    ]);
    expect(batches(setup)).toEqual([
      {
        haltOnError: false,
        batchRequests: [
          { method: 'Get', url: '/v66.0/chatter/users/me' },
          { method: 'Get', url: '/v66.0/chatter/users?q=a+b%26c&pageSize=2' },
          { method: 'Post', url: '/v66.0/chatter/feed-elements', richInput: post },
          { method: 'Delete', url: '/v66.0/chatter/feed-elements/0D5E0000000Fpox' },
          { method: 'Get', url: '/v66.0/connect/communities/internal/chatter/users/me' },
          { method: 'Post', url: '/v66.0/connect/topics?name=x' },
        ],
      },
    ]);
    expect(setup.emulator.control.requests.all).toHaveLength(1);
  });

  test('tells of each item what became of it', async () => {
    const setup = await setUp();
    const { chatter } = setup;
    answer(setup, [
      ok({ id: '005' }),
      failed(404, 'NOT_FOUND'),
      failed(500, 'UNKNOWN_EXCEPTION'),
      failed(500, 'UNKNOWN_EXCEPTION'),
      ok(null, 204),
      failed(503, 'REQUEST_LIMIT_EXCEEDED'),
    ]);
    const post = { feedElementType: 'FeedItem', subjectId: 'me' } as const;
    const [me, nobody, broken, unclear, gone, limited] = await batch(chatter, [
      chatter.users.me,
      chatter.users._('005E0000000FpoxIAC'),
      chatter.users,
      call(chatter.feed_elements, 'POST', post),
      call(chatter.feed_elements._('0D5'), 'DELETE'),
      chatter.users,
    ]);
    expect(me).toEqual({ ok: true, status: 200, value: { id: '005' } });
    expect(gone).toEqual({ ok: true, status: 204, value: undefined });
    expect(nobody).toMatchObject({
      ok: false,
      halted: false,
      error: {
        name: 'ChatterError',
        kind: 'refused',
        code: 'NOT_FOUND',
        status: 404,
        retryable: false,
        message: 'chatter: GET /chatter/users/005E0000000FpoxIAC in a batch answered 404 NOT_FOUND: Because',
      },
    });
    expect(broken).toMatchObject({ error: { kind: 'http', retryable: true } });
    expect(unclear).toMatchObject({ error: { kind: 'http', retryable: false } });
    expect(limited).toMatchObject({
      error: { kind: 'rate-limit', retryable: true, retryAfterMs: 3_600_000 },
    });
  });

  test('that halts tells what was not run from what failed', async () => {
    const setup = await setUp();
    const { chatter } = setup;
    answer(setup, [failed(400, 'INVALID_ID_FIELD'), failed(412, 'BATCH_PROCESSING_HALTED')]);
    const results = await batch(chatter, [chatter.users._('x'), chatter.users.me], { haltOnError: true });
    expect(batches(setup)).toMatchObject([{ haltOnError: true }]);
    expect(results).toMatchObject([
      { ok: false, halted: false, error: { code: 'INVALID_ID_FIELD', kind: 'refused' } },
      {
        ok: false,
        halted: true,
        error: { code: 'BATCH_PROCESSING_HALTED', kind: 'refused', retryable: true },
      },
    ]);
  });

  test('with an item that the service cannot read rejects, for none was run', async () => {
    const setup = await setUp();
    answer(setup, [{ errorCode: 'INVALID_BATCH_REQUEST', message: 'No' }], 400);
    expect(await rejection(batch(setup.chatter, [setup.chatter.users.me]))).toMatchObject({
      kind: 'refused',
      code: 'INVALID_BATCH_REQUEST',
      status: 400,
    });
  });

  test('whose results are fewer than its items cannot be used', async () => {
    const setup = await setUp();
    answer(setup, [ok({})]);
    const { chatter } = setup;
    expect(await rejection(batch(chatter, [chatter.users, chatter.users.me]))).toMatchObject({
      kind: 'protocol',
    });
  });

  test('that only reads is asked again when the connection breaks, one that writes is not', async () => {
    const setup = await setUp();
    const { chatter, emulator } = setup;
    emulator.control.faults.add({ match: { path }, fault: { kind: 'status', status: 500 } });
    answer(setup, [ok({ id: '005' })]);
    expect(await batch(chatter, [chatter.users.me])).toMatchObject([{ ok: true }]);
    emulator.control.faults.add({ match: { path }, fault: { kind: 'status', status: 500 } });
    const write = call(chatter.feed_elements._('0D5'), 'DELETE');
    expect(await rejection(batch(chatter, [chatter.users.me, write]))).toMatchObject({
      status: 500,
      retryable: false,
    });
    expect(batches(setup)).toHaveLength(3);
  });

  test('of nothing is not sent', async () => {
    const setup = await setUp();
    expect(await batch(setup.chatter, [])).toEqual([]);
    expect(batches(setup)).toEqual([]);
  });

  test('takes files along, each under a name of its own', async () => {
    const setup = await setUp();
    const { chatter, emulator } = setup;
    answer(setup, [ok({}, 201), ok({}, 201), ok({})]);
    const comments = chatter.feed_elements._('0D5E0000000Fpox')._('capabilities')._('comments')._('items');
    await batch(chatter, [
      call(comments, 'POST', { body: message`Look` }, { file: new File(['aaa'], 'a.txt') }),
      call(
        connect(chatter)._('files')._('users')._('me'),
        'POST',
        {},
        { file: new Blob(['bbb']), fileName: 'b' },
      ),
      chatter.users.me,
    ]);
    const request = emulator.control.requests.all.at(-1);
    const form = await new Response(new Uint8Array(request?.body ?? []), {
      headers: { 'content-type': request?.headers['content-type'] ?? '' },
    }).formData();
    expect([...form.keys()]).toEqual(['json', 'file1', 'file2']);
    expect(await (form.get('file1') as File).text()).toBe('aaa');
    expect((form.get('file2') as File).name).toBe('b');
    expect(JSON.parse(form.get('json') as string)).toEqual({
      haltOnError: false,
      batchRequests: [
        {
          method: 'Post',
          url: '/v66.0/chatter/feed-elements/0D5E0000000Fpox/capabilities/comments/items',
          richInput: { body: message`Look`, capabilities: { content: { title: 'a.txt' } } },
          binaryPartName: 'file1',
          binaryPartNameAlias: 'feedElementFileUpload',
        },
        {
          method: 'Post',
          url: '/v66.0/connect/files/users/me',
          richInput: { title: 'b' },
          binaryPartName: 'file2',
          binaryPartNameAlias: 'fileData',
        },
        { method: 'Get', url: '/v66.0/chatter/users/me' },
      ],
    });
  });
});

describe('more than 25 calls', () => {
  const many = ({ chatter }: Setup, count: number): BatchItem[] =>
    Array.from({ length: count }, () => chatter.users.me);

  test('are no batch', async () => {
    const setup = await setUp();
    expect(await rejection(batch(setup.chatter, many(setup, 26)))).toEqual(usage);
    expect(setup.emulator.control.requests.all).toEqual([]);
    answer(
      setup,
      Array.from({ length: 25 }, () => ok({})),
    );
    expect(await batch(setup.chatter, many(setup, 25))).toHaveLength(25);
  });

  test('are several batches when that is wanted, in order', async () => {
    const setup = await setUp();
    for (const [start, length] of [
      [0, 25],
      [25, 25],
      [50, 10],
    ] as const) {
      answer(
        setup,
        Array.from({ length }, (_each, index) => ok({ index: start + index })),
      );
    }
    const results = await batch(setup.chatter, many(setup, 60), { split: true });
    expect(results.map((result) => result.ok && (result.value as { index: number }).index)).toEqual(
      Array.from({ length: 60 }, (_each, index) => index),
    );
    expect(batches(setup)).toHaveLength(3);
  });

  test('lose nothing of what is known when one batch of them fails', async () => {
    const setup = await setUp();
    answer(
      setup,
      Array.from({ length: 25 }, () => ok({})),
    );
    answer(setup, [{ errorCode: 'INVALID_BATCH_REQUEST', message: 'No' }], 400);
    answer(
      setup,
      Array.from({ length: 2 }, () => ok({})),
    );
    const results = await batch(setup.chatter, many(setup, 52), { split: true });
    expect(results.map((result) => result.ok)).toEqual(
      Array.from({ length: 52 }, (_each, index) => index < 25 || index > 49),
    );
    expect(results[25]).toMatchObject({ ok: false, halted: false, error: { code: 'INVALID_BATCH_REQUEST' } });
  });

  test('cannot halt across batches', async () => {
    const setup = await setUp();
    const both = { split: true, haltOnError: true };
    expect(await rejection(batch(setup.chatter, many(setup, 2), both))).toEqual(usage);
  });

  test('end with their signal', async () => {
    const setup = await setUp();
    const controller = new AbortController();
    controller.abort('enough');
    const { signal } = controller;
    expect(await rejection(batch(setup.chatter, many(setup, 30), { split: true, signal }))).toBe('enough');
  });
});

test('items of another client are no part of it, nor is what is no call', async () => {
  const [{ chatter }, other] = await Promise.all([setUp(), setUp()]);
  expect(await rejection(batch(chatter, [other.chatter.users.me]))).toEqual(usage);
  expect(await rejection(batch(chatter, [{} as BatchItem]))).toEqual(usage);
  expect(await rejection(batch(chatter, ['/chatter/users/me' as unknown as BatchItem]))).toEqual(usage);
});
