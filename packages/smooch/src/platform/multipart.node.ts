import { randomUUID } from 'node:crypto';
import type { FormFields, Media, Multipart } from '../media/media.js';

/** How much of a file is handed to the network at a time, at most. */
const chunkBytes = 1024 * 1024;

/**
 * The form as a stream, opened anew for each time that it is sent. Node.js would copy what is in memory into a `FormData`, and
 * hand it to the network in one piece, which copies it again. Its length goes along, since some servers want to know.
 */
export function encodeMultipart({ parts, name, type }: Media, fields: FormFields): Multipart {
  const boundary = `----${randomUUID()}`;
  const heading = (field: string): string =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${escape(field)}"`;
  const others = Object.entries(fields).map(([field, value]) =>
    value === undefined ? '' : `${heading(field)}\r\n\r\n${withCrLf(value)}\r\n`,
  );
  const all = [
    encode(`${heading('source')}; filename="${escape(name)}"\r\nContent-Type: ${type}\r\n\r\n`),
    ...parts,
    encode(`\r\n${others.join('')}--${boundary}--\r\n`),
  ];
  const length = all.reduce((sum, part) => sum + sizeOf(part), 0);
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': `${length}` },
    body: () => streamOf(chunksOf(all)),
  };
}

/** What the network is ready for is read, and no more. */
function streamOf(chunks: AsyncGenerator<Uint8Array, void, undefined>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value } = await chunks.next();
        if (value) controller.enqueue(value);
        else controller.close();
      },
      async cancel() {
        await chunks.return();
      },
    },
    { highWaterMark: 0 },
  );
}

async function* chunksOf(parts: readonly (Blob | Uint8Array)[]): AsyncGenerator<Uint8Array, void, undefined> {
  for (const part of parts) {
    for (let at = 0; at < sizeOf(part); at += chunkBytes) {
      const end = at + chunkBytes;
      // Of a Blob in memory each reading makes a copy: one by its stream, more by its other ways.
      if (part instanceof Blob) yield* part.slice(at, end).stream();
      else yield part.subarray(at, end);
    }
  }
}

function sizeOf(part: Blob | Uint8Array): number {
  return part instanceof Blob ? part.size : part.length;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** As browsers write names into a form. */
function escape(text: string): string {
  return withCrLf(text).replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
}

function withCrLf(text: string): string {
  return text.replace(/\r\n|\r|\n/g, '\r\n');
}
