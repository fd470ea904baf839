import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createManualClock, type Fault, startServer } from '../../src/frame/index.js';
import { type Echo, see, speak, startEcho, wholeBody } from './exchange.js';

let server: Echo;
beforeEach(async () => {
  server = await startEcho();
});
afterEach(() => server.close());

const firstHalf = wholeBody.slice(0, 10);
const recorded = () => server.control.requests.all[0];
const question = 'POST /route HTTP/1.1\r\nHost: emulator\r\nContent-Length: 8\r\n\r\nquestion';
const spoiledBy = (fault: Fault) => {
  server.control.faults.add({ fault });
  return see(`${server.url}/route`, { method: 'POST', body: 'question' });
};

const everyFault: Fault[] = [
  { kind: 'status', status: 500 },
  { kind: 'html' },
  { kind: 'wrongType', contentType: 'text/plain' },
  { kind: 'drop' },
  { kind: 'reset' },
  { kind: 'cut' },
  { kind: 'truncate' },
];

test.each(everyFault)('a request is recorded whole before $kind spoils it', async (fault) => {
  await spoiledBy(fault);
  expect(recorded()?.text).toBe('question');
  expect(server.control.faults.struck).toEqual({ [fault.kind]: 1 });
});

describe('answers in place of the route', () => {
  test('status: this status, these headers, this body', async () => {
    const seen = await spoiledBy({
      kind: 'status',
      status: 429,
      headers: { 'Retry-After': '7', 'Content-Type': 'application/json' },
      body: '{"ok":false}',
    });
    expect(seen).toMatchObject({
      status: 429,
      type: 'application/json',
      body: '{"ok":false}',
      complete: true,
    });
    expect(server.ran).toEqual([]);
    expect(recorded()?.status).toBe(429);
  });

  test('status: without a body for statuses that have none', async () => {
    expect(await spoiledBy({ kind: 'status', status: 204 })).toMatchObject({ status: 204, body: '' });
  });

  test('html: a maintenance page', async () => {
    const seen = await spoiledBy({ kind: 'html' });
    expect(seen).toMatchObject({ status: 503, type: 'text/html; charset=utf-8', complete: true });
    expect(seen.body).toMatch(/^<!DOCTYPE html>/);
    expect(server.ran).toEqual([]);
  });

  test('html: any page under any status', async () => {
    const seen = await spoiledBy({ kind: 'html', status: 200, body: '<p>Sign in</p>' });
    expect(seen).toMatchObject({ status: 200, type: 'text/html; charset=utf-8', body: '<p>Sign in</p>' });
  });
});

describe('answers of the route, spoiled', () => {
  test('wrongType: the same answer under another type', async () => {
    const seen = await spoiledBy({ kind: 'wrongType', contentType: 'text/html' });
    expect(seen).toMatchObject({ status: 200, type: 'text/html', body: wholeBody, complete: true });
  });

  test('truncate: half of the body, well framed', async () => {
    const seen = await spoiledBy({ kind: 'truncate' });
    expect(seen).toMatchObject({ status: 200, type: 'application/json', body: firstHalf, complete: true });
  });

  test('cut: half of the body, then the end of the connection', async () => {
    const seen = await spoiledBy({ kind: 'cut' });
    expect(seen).toMatchObject({ status: 200, body: firstHalf, complete: false });
    expect(recorded()?.status).toBe(200);
  });

  test('cut by a reset: half of the body, then ECONNRESET', async () => {
    const seen = await spoiledBy({ kind: 'cut', reset: true });
    expect(seen).toMatchObject({ status: 200, body: firstHalf, complete: false, error: 'ECONNRESET' });
  });

  test('stall: half of the body, then silence', async () => {
    server.control.faults.add({ fault: { kind: 'stall' } });
    const heard = await speak(server.url, question);
    expect(heard.ended).toBe(false);
    expect(heard.text).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(heard.text).toMatch(/\r\ncontent-length: 20\r\n/i);
    expect(heard.text.endsWith(`\r\n\r\n${firstHalf}`)).toBe(true);
  });
});

describe('no answer', () => {
  test('drop: the connection ends before the route has run', async () => {
    expect(await spoiledBy({ kind: 'drop' })).toMatchObject({ status: undefined, error: 'ECONNRESET' });
    expect(server.ran).toEqual([]);
    expect(recorded()?.status).toBeUndefined();
  });

  test('drop after: the route has run and nobody hears of it', async () => {
    const seen = await spoiledBy({ kind: 'drop', when: 'after' });
    expect(seen).toMatchObject({ status: undefined, error: 'ECONNRESET' });
    expect(server.ran).toEqual(['/route']);
    expect(recorded()?.status).toBeUndefined();
  });

  test('a dropped connection ends in order, as a socket sees it', async () => {
    server.control.faults.add({ fault: { kind: 'drop' } });
    const heard = await speak(server.url, question);
    expect(heard).toEqual({ text: '', ended: true });
  });

  test('reset: a TCP reset, before or after the route has run', async () => {
    expect(await spoiledBy({ kind: 'reset' })).toMatchObject({ status: undefined, error: 'ECONNRESET' });
    expect(server.ran).toEqual([]);
    expect(await spoiledBy({ kind: 'reset', when: 'after' })).toMatchObject({ error: 'ECONNRESET' });
    expect(server.ran).toEqual(['/route']);
  });

  test('hang: silence, and the connection stays', async () => {
    server.control.faults.add({ fault: { kind: 'hang' } });
    const heard = await speak(server.url, question);
    expect(heard).toEqual({ text: '', ended: false });
    expect(server.ran).toEqual([]);
  });
});

describe('a late answer', () => {
  test('delay: the route runs when the clock of the emulator says so', async () => {
    let settled = false;
    const answered = spoiledBy({ kind: 'delay', ms: 5_000 }).finally(() => {
      settled = true;
    });
    while (server.control.faults.struck['delay'] === undefined) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    await server.clock.advance(4_999);
    expect(server.ran).toEqual([]);
    expect(settled).toBe(false);
    await server.clock.advance(1);
    expect(await answered).toMatchObject({ status: 200, body: wholeBody });
    expect(server.ran).toEqual(['/route']);
  });

  test('delay: the route runs even when the client has given up, and reads the body', async () => {
    const bodies: string[] = [];
    const clock = createManualClock();
    const other = await startServer({
      clock,
      routes: async (request) => {
        bodies.push(await request.text());
        return new Response('late');
      },
    });
    other.control.faults.add({ fault: { kind: 'delay', ms: 1_000 } });
    const controller = new AbortController();
    const answered = fetch(other.url, { method: 'POST', body: 'question', signal: controller.signal });
    while (other.control.faults.struck['delay'] === undefined) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    controller.abort(new Error('enough'));
    await expect(answered).rejects.toThrow('enough');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await clock.advance(1_000);
    await expect.poll(() => bodies).toEqual(['question']);
    expect(other.control.requests.all[0]?.status).toBeUndefined();
    await other.close();
  });
});
