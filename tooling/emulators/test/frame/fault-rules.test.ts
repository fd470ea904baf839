import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Echo, see, startEcho } from './exchange.js';

let server: Echo;
beforeEach(async () => {
  server = await startEcho();
});
afterEach(() => server.close());

const statuses = async (paths: readonly string[]): Promise<unknown[]> => {
  const seen: unknown[] = [];
  for (const path of paths) seen.push((await see(`${server.url}${path}`)).status);
  return seen;
};

test('a rule strikes once unless it says how often', async () => {
  server.control.faults.add({ fault: { kind: 'status', status: 500 } });
  expect(await statuses(['/', '/'])).toEqual([500, 200]);
  server.control.faults.add({ fault: { kind: 'status', status: 502 }, times: 2 });
  expect(await statuses(['/', '/', '/'])).toEqual([502, 502, 200]);
});

test('a rule without an end strikes until it is taken back', async () => {
  const remove = server.control.faults.add({ fault: { kind: 'status', status: 500 }, times: Infinity });
  expect(await statuses(['/', '/', '/'])).toEqual([500, 500, 500]);
  remove();
  remove();
  expect(await statuses(['/'])).toEqual([200]);
});

test('a rule lets pass what it is told to skip', async () => {
  server.control.faults.add({ match: { path: '/b' }, fault: { kind: 'status', status: 500 }, skip: 1 });
  expect(await statuses(['/b', '/a', '/b', '/b'])).toEqual([200, 200, 500, 200]);
});

test('the first rule that matches decides, and one that skips leaves the request to the next', async () => {
  server.control.faults.add({ fault: { kind: 'status', status: 501 }, skip: 1 });
  server.control.faults.add({ fault: { kind: 'status', status: 502 }, times: 2 });
  expect(await statuses(['/', '/', '/', '/'])).toEqual([502, 501, 502, 200]);
});

test('only requests that match are spoiled', async () => {
  server.control.faults.add({ match: { method: 'POST' }, fault: { kind: 'status', status: 500 } });
  server.control.faults.add({ match: { path: /^\/x/ }, fault: { kind: 'status', status: 501 } });
  server.control.faults.add({
    match: { where: (request) => request.query.has('bad') },
    fault: { kind: 'status', status: 502 },
  });
  expect(await statuses(['/a', '/x1', '/a?bad'])).toEqual([200, 501, 502]);
  expect((await see(`${server.url}/a`, { method: 'POST' })).status).toBe(500);
});

test('clearing forgets the rules but not what has struck', async () => {
  server.control.faults.add({ fault: { kind: 'html' } });
  server.control.faults.add({ fault: { kind: 'status', status: 500 }, times: 5 });
  expect(await statuses(['/', '/', '/'])).toEqual([503, 500, 500]);
  server.control.faults.clear();
  expect(await statuses(['/'])).toEqual([200]);
  expect(server.control.faults.struck).toEqual({ html: 1, status: 2 });
});

test('a rule that may strike no time at all never does', async () => {
  server.control.faults.add({ fault: { kind: 'html' }, times: 0 });
  expect(await statuses(['/'])).toEqual([200]);
});
