// Two clients that mean the same, and what they send over a network that says yes to all.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';

/** Our client as it was built, by the name of an entry of its package. */
export const ours = createRequire(new URL('../../../packages/smooch/package.json', import.meta.url));

/** Starts a service that answers everything with these lists, all empty. `sentBy` gives what it is sent meanwhile. */
export async function startRecorder(lists, more = {}) {
  const answer = { ...more, ...Object.fromEntries(lists.map((name) => [name, []])) };
  let sent = [];
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://recorder.example');
    const query = [...searchParams].map(([name, value]) => `${name}=${value}`);
    sent.push({
      what: `${request.method} ${decodeURIComponent(pathname)}`,
      query: query.toSorted((one, other) => (one < other ? -1 : 1)),
      body: await readBody(request),
    });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    async sentBy(act) {
      sent = [];
      await act();
      return sent;
    },
    close: () => server.close(),
  };
}

/** Makes sure that both send the same, call by call: `[name, theirs, ours]`. */
export async function assertSame({ sentBy }, calls) {
  for (const [name, theirs, own] of calls) {
    const expected = await sentBy(theirs);
    assert.equal(expected.length, 1, `${name} sends nothing`);
    assert.deepEqual(await sentBy(own), expected, `${name} is not sent alike`);
  }
}

/** JSON as what it says; a form as its parts. No body says as much as an empty one. */
async function readBody(request) {
  const bytes = await buffer(request);
  if (bytes.length === 0) return {};
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/')) return JSON.parse(bytes.toString());
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  return Promise.all(
    [...form].map(async ([name, part]) =>
      typeof part === 'string' ? [name, part] : [name, part.name, part.type, await part.text()],
    ),
  );
}
