/** How many bytes are read at a time: of a blob as a whole, some runtimes would make a copy. */
const pieceBytes = 2 ** 18;

/** What comes one after the other, as a stream. */
export function toStream(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

/** A blob piece by piece, each read when its turn comes. */
export function piecesOf(blob: Blob): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = new Uint8Array(await blob.slice(at, (at += pieceBytes)).arrayBuffer());
        if (piece.length === 0) controller.close();
        else controller.enqueue(piece);
      },
    },
    { highWaterMark: 0 },
  );
}

/** Who watches bytes go. */
export interface Watcher {
  /** How many have gone so far. */
  readonly onSent: (bytes: number) => void;
  readonly onFailure: (cause: unknown) => void;
}

/** The same bytes, counted as they go; at their end they must be as many as was said. */
export function watched(
  source: ReadableStream<Uint8Array>,
  length: number,
  { onSent, onFailure }: Watcher,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = source.getReader();
  let sent = 0;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          sent += value?.byteLength ?? 0;
          if (done ? sent < length : sent > length) throw new RangeError(`it is not ${length} bytes long`);
          if (done) controller.close();
          else {
            controller.enqueue(value as Uint8Array<ArrayBuffer>);
            onSent(sent);
          }
        } catch (error) {
          onFailure(error);
          throw error;
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}
