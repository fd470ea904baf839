import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSystemClock, startServer } from '../../src/frame/index.js';
import { type Echo, see, startEcho } from './exchange.js';

let server: Echo;
beforeEach(async () => {
  server = await startEcho();
});
afterEach(() => server.close());

const call = async (
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> => {
  const response = await fetch(`${server.url}/_emulator/${path}`, {
    method,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
};

describe('the log', () => {
  test('is read as JSON, with the scheme of credentials only', async () => {
    await see(`${server.url}/a?x=1`, {
      method: 'POST',
      headers: { Authorization: 'Bearer s3cret', Cookie: 'sid=s3cret', 'X-Api-Key': 's3cret', Accept: '*/*' },
      body: '{"n":1}',
    });
    const { status, body } = await call('GET', 'requests');
    expect(status).toBe(200);
    expect(body).toMatchObject([
      {
        method: 'POST',
        path: '/a',
        target: '/a?x=1',
        query: [['x', '1']],
        headers: { authorization: 'Bearer …', cookie: '…', 'x-api-key': '…', accept: '*/*' },
        text: '{"n":1}',
        json: { n: 1 },
        upgrade: false,
        status: 200,
        at: server.clock.now(),
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('s3cret');
  });

  test('is emptied, and never holds what steers the emulator', async () => {
    await see(`${server.url}/a`);
    expect(await call('DELETE', 'requests')).toEqual({ status: 204, body: undefined });
    expect(await call('GET', 'requests')).toEqual({ status: 200, body: [] });
  });
});

describe('actions of a service', () => {
  test('take JSON and answer JSON, or nothing', async () => {
    const seen: unknown[] = [];
    server.addActions({ note: (body) => void seen.push(body), double: (body) => Number(body) * 2 });
    expect(await call('POST', 'note', { a: 1 })).toEqual({ status: 204, body: undefined });
    expect(await call('POST', 'note')).toEqual({ status: 204, body: undefined });
    expect(seen).toEqual([{ a: 1 }, undefined]);
    expect(await call('POST', 'double', 21)).toEqual({ status: 200, body: 42 });
  });

  test('that take nothing can be asked for by GET', async () => {
    server.addActions({ count: (body) => [body === undefined] });
    expect(await call('GET', 'count')).toEqual({ status: 200, body: [true] });
  });

  test('have the names that they have in a program as well', async () => {
    server.addActions({ 'add-more-of': (body) => body });
    expect(await call('POST', 'addMoreOf', 3)).toEqual({ status: 200, body: 3 });
    expect((await call('POST', 'addmoreof', 3)).status).toBe(404);
  });

  test('say what they cannot do', async () => {
    server.addActions({
      refuse: () => {
        throw new RangeError('There is no such user.');
      },
    });
    expect(await call('POST', 'refuse')).toEqual({ status: 400, body: { error: 'There is no such user.' } });
  });

  test('are named where there is nothing', async () => {
    server.addActions({ note: () => undefined });
    const { status, body } = await call('POST', 'nothing');
    expect(status).toBe(404);
    expect(body).toMatchObject({ error: expect.stringContaining('POST /_emulator/note') as unknown });
  });
});

describe('faults', () => {
  test('are added by a rule in JSON', async () => {
    const rule = {
      match: { method: 'GET', path: '/a' },
      fault: { kind: 'status', status: 418, body: 'tea' },
    };
    expect(await call('POST', 'faults', rule)).toEqual({ status: 201, body: { added: rule } });
    expect((await see(`${server.url}/b`)).status).toBe(200);
    expect(await see(`${server.url}/a`)).toMatchObject({ status: 418, body: 'tea' });
    expect((await see(`${server.url}/a`)).status).toBe(200);
  });

  test('take a pattern for the path, and can be made to strike always', async () => {
    await call('POST', 'faults', {
      match: { path: { pattern: '^/a' } },
      fault: { kind: 'html' },
      times: 'always',
      skip: 1,
    });
    const statuses = [];
    for (const path of ['/a1', '/a2', '/b', '/a3']) statuses.push((await see(server.url + path)).status);
    expect(statuses).toEqual([200, 503, 200, 503]);
  });

  test('are forgotten', async () => {
    await call('POST', 'faults', { fault: { kind: 'html' }, times: 'always' });
    expect((await call('DELETE', 'faults')).status).toBe(204);
    expect((await see(server.url)).status).toBe(200);
  });

  test('never spoil what steers the emulator', async () => {
    server.control.faults.add({ fault: { kind: 'drop' }, times: Infinity });
    expect((await call('GET', 'clock')).status).toBe(200);
    expect(server.control.faults.struck).toEqual({});
  });

  test.each([
    ['not JSON', '{', /must be JSON/],
    ['no object', [], /The rule must be an object with "fault"/],
    ['no fault', {}, /needs "fault"/],
    ['a fault of no kind', { fault: {} }, /The rule\.fault\.kind must be one of "delay", "status"/],
    ['a fault without what it needs', { fault: { kind: 'delay' } }, /The rule\.fault needs "ms"/],
    ['a field of another kind', { fault: { kind: 'hang', ms: 1 } }, /has no field "ms"; it has "kind"\./],
    ['a status that is none', { fault: { kind: 'status', status: 99 } }, /status from 200 to 599/],
    [
      'a header that is no string',
      { fault: { kind: 'status', status: 200, headers: { a: 1 } } },
      /headers\.a/,
    ],
    ['a choice that is none', { fault: { kind: 'drop', when: 'now' } }, /one of "before", "after"/],
    ['a truth that is none', { fault: { kind: 'cut', reset: 'yes' } }, /true or false/],
    [
      'a broken pattern',
      { fault: { kind: 'hang' }, match: { path: { pattern: '(' } } },
      /regular expression/,
    ],
    ['a number below zero', { fault: { kind: 'hang' }, times: -1 }, /The rule\.times must be a whole number/],
  ])('refuse %s and say what is expected', async (_name, body, message) => {
    const answer = await call('POST', 'faults', body);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ error: expect.stringMatching(message) as unknown });
  });
});

describe('the clock', () => {
  test('is read and advanced', async () => {
    const start = server.clock.now();
    expect(await call('GET', 'clock')).toEqual({ status: 200, body: { now: start, manual: true } });
    expect(await call('POST', 'clock', { advanceMs: 1_500 })).toEqual({
      status: 200,
      body: { now: start + 1_500, manual: true },
    });
    expect(server.clock.now()).toBe(start + 1_500);
  });

  test('of the system cannot be moved', async () => {
    const other = await startServer({ clock: createSystemClock(), routes: () => new Response('') });
    const response = await fetch(`${other.url}/_emulator/clock`, { method: 'POST', body: '{"advanceMs":1}' });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({
      error: expect.stringContaining('time of the system') as unknown,
    });
    await other.close();
  });

  test('refuses a move that is none', async () => {
    expect((await call('POST', 'clock', { advanceMs: -5 })).status).toBe(400);
    expect((await call('POST', 'clock', {})).body).toEqual({ error: 'The body needs "advanceMs".' });
  });
});

test('an unknown path names those that there are', async () => {
  const answer = await call('GET', 'nothing');
  expect(answer.status).toBe(404);
  expect(answer.body).toMatchObject({ error: expect.stringContaining('/_emulator/faults') as unknown });
});

test('the short name of the paths does the same', async () => {
  server.addActions({ double: (body) => Number(body) * 2 });
  const ask = (path: string, init?: RequestInit): Promise<Response> =>
    fetch(`${server.url}/_emu/${path}`, init);
  expect(await (await ask('double', { method: 'POST', body: '21' })).json()).toBe(42);
  const rule = { match: { path: '/a' }, fault: { kind: 'status', status: 418 } };
  expect((await ask('faults', { method: 'POST', body: JSON.stringify(rule) })).status).toBe(201);
  expect((await see(`${server.url}/a`)).status).toBe(418);
  // What steers the emulator is no request to the service.
  expect(await (await ask('requests')).json()).toMatchObject([{ path: '/a', status: 418 }]);
  expect((await ask('nothing')).status).toBe(404);
});
