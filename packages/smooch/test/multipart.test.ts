import { expect, test } from 'vitest';
import type { FormFields, Media, Multipart } from '../src/media/media.js';
import * as node from '../src/platform/multipart.node.js';
import * as web from '../src/platform/multipart.web.js';

/** What a server reads, and how much it was told to expect beside how much there was. */
async function read({ headers, body }: Multipart): Promise<Response> {
  return new Response(typeof body === 'function' ? body() : body, { headers: new Headers(headers) });
}

async function entries(multipart: Multipart): Promise<unknown[]> {
  const form = await (await read(multipart)).formData();
  const written = [];
  for (const [field, value] of form) {
    written.push([
      field,
      typeof value === 'string'
        ? value
        : {
            name: value.name,
            type: value.type,
            text: Buffer.from(await value.arrayBuffer()).toString('latin1'),
          },
    ]);
  }
  return written;
}

const csv = { name: 'list.csv', type: 'text/csv' };
const large = new Uint8Array(2_500_000).fill(7);
const long = new Uint8Array(200_000).map((_, index) => (index * 7 + (index >> 8)) % 256);

test.each<readonly [string, Media, FormFields]>([
  ['bytes', { ...csv, parts: [Uint8Array.of(1, 2, 255)] }, {}],
  ['nothing', { ...csv, parts: [] }, {}],
  ['a Blob', { ...csv, parts: [new Blob(['a,b'])] }, { role: 'appUser' }],
  [
    'many parts of every size',
    { ...csv, parts: [large, new Blob([large, long]), Uint8Array.of(), long.subarray(7, 70_000)] },
    {},
  ],
  [
    'names and values that hold anything',
    { name: 'Größe "1"; a=b\r\n.csv', type: 'text/csv;charset=utf-8', parts: [new Blob(['x'])] },
    { text: 'one\ntwo\rthree\r\nGrüße "', 'a "b"\n': '' },
  ],
  [
    'fields that are not there',
    { ...csv, parts: [new Blob(['x'])] },
    { role: 'appMaker', name: undefined, text: '' },
  ],
])('Node.js and a runtime with forms of its own send the same: %s', async (_name, media, fields) => {
  const here = node.encodeMultipart(media, fields);
  expect(await entries(here)).toEqual(await entries(web.encodeMultipart(media, fields)));
  const bytes = await (await read(here)).arrayBuffer();
  expect(Number(here.headers?.['content-length'])).toBe(bytes.byteLength);
});

test('a form can be sent again, and ends where nobody reads on', async () => {
  const { body } = node.encodeMultipart({ ...csv, parts: [long] }, {});
  if (typeof body !== 'function') throw new Error('no stream');
  const reader = body().getReader();
  expect((await reader.read()).done).toBe(false);
  await reader.cancel();
  const [one, other] = await Promise.all([body(), body()].map((stream) => new Response(stream).text()));
  expect(one).toBe(other);
  expect(one?.length).toBeGreaterThan(100_000);
});

test('what is in memory is sent from where it is', async () => {
  const { body } = node.encodeMultipart({ ...csv, parts: [long] }, {});
  if (typeof body !== 'function') throw new Error('no stream');
  const buffers = new Set<unknown>();
  for await (const chunk of body() as unknown as AsyncIterable<Uint8Array>) buffers.add(chunk.buffer);
  expect(buffers.has(long.buffer)).toBe(true);
  expect(buffers.size).toBe(3);
});
