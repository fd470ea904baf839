/** Bytes that are here, or that come. */
export type Bytes = Blob | ReadableStream<Uint8Array>;

/** Pieces as one stream, and the way to let go of them: also while one keeps its reader waiting. */
export interface Joined {
  readonly stream: ReadableStream<Uint8Array>;
  readonly cancel: (reason?: unknown) => Promise<void>;
  /** Why the pieces could not be read, once that is so. */
  readonly failure: () => { readonly cause: unknown } | undefined;
}

/** Joins pieces, each read when its turn comes. */
export function join(pieces: readonly Bytes[], onChunk?: (bytes: number) => void): Joined {
  const waiting = [...pieces];
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let failed: { readonly cause: unknown } | undefined;

  /** The next chunk; `undefined` when there is none left. */
  async function read(): Promise<Uint8Array | undefined> {
    if (!reader) {
      const piece = waiting.shift();
      if (!piece) return undefined;
      const stream: ReadableStream<Uint8Array> = piece instanceof Blob ? piece.stream() : piece;
      reader = stream.getReader();
    }
    const { done, value } = await reader.read();
    if (!done) return value;
    reader = undefined;
    return read();
  }

  async function cancel(reason?: unknown): Promise<void> {
    await reader?.cancel(reason);
    for (const piece of waiting) if (!(piece instanceof Blob)) await piece.cancel(reason);
  }

  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      const chunk = await read().catch((error: unknown) => {
        failed = { cause: error };
        throw error;
      });
      if (!chunk) {
        controller.close();
        return;
      }
      controller.enqueue(chunk);
      onChunk?.(chunk.length);
    },
    cancel,
  };
  // Nothing is read before somebody wants it.
  return { stream: new ReadableStream(source, { highWaterMark: 0 }), cancel, failure: () => failed };
}

/** How many bytes go at a time where somebody wants to hear of them. */
const sliceBytes = 2 ** 16;

/** A blob in slices: on its own it may come as one chunk. */
export function slicesOf(blob: Blob): Blob[] {
  const count = Math.ceil(blob.size / sliceBytes);
  return Array.from({ length: count }, (_slice, index) =>
    blob.slice(index * sliceBytes, (index + 1) * sliceBytes),
  );
}
