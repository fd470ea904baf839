import { refuseArgument } from '../errors.js';

/** What the service takes at most, in bytes: 50 MB. */
export const maxMediaBytes: number = 50 * 1024 * 1024;

/** Refuses a source that the service would refuse after all of it was sent. */
export function checkSize(bytes: number): void {
  if (bytes > maxMediaBytes) refuseArgument('source', `at most ${maxMediaBytes} bytes long`);
}

/** Reads a stream to its end, or as far as its size and the signal allow. */
export async function collect(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<Uint8Array<ArrayBuffer>[]> {
  signal?.throwIfAborted();
  if (stream.locked) refuseArgument('source', 'a stream that nobody else reads');
  const reader = stream.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  // Ends a read that waits, too: it then looks as if the stream were over.
  const stop = (): void => void reader.cancel(signal?.reason).catch(() => undefined);
  signal?.addEventListener('abort', stop);
  try {
    for (let next = await reader.read(); next.value !== undefined; next = await reader.read()) {
      if (!ArrayBuffer.isView(next.value)) refuseArgument('source', 'a stream of bytes');
      checkSize((bytes += next.value.byteLength));
      chunks.push(alone(next.value as Uint8Array<ArrayBuffer>));
    }
    signal?.throwIfAborted();
    return chunks;
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

/** A chunk without what lies around it: a small part of a large buffer would keep all of that. */
function alone(chunk: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return chunk.byteLength < chunk.buffer.byteLength ? chunk.slice() : chunk;
}
