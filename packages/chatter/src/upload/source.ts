import { isBrowser } from '@x/http-core';
import { refuse } from '../refuse.js';
import { join, slicesOf, type Bytes } from './streams.js';

/**
 * What can be uploaded. A `File` brings its name along. In Node.js, `openAsBlob` opens a file without reading it into
 * memory. A stream is sent once, so an upload of one cannot outlive its session; in web pages, which cannot send
 * streams everywhere, it is read into memory first.
 */
export type UploadSource = Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array>;

/** How far an upload is. */
export interface UploadProgress {
  /** How many bytes of the source have been handed to the network. */
  readonly sentBytes: number;
  /** How many there are; `undefined` for a stream. */
  readonly totalBytes: number | undefined;
}

/** Hears how far an upload is: while it is sent, or where a runtime cannot tell (web pages), at its end. */
export type OnProgress = (progress: UploadProgress) => void;

/** The largest body that the service takes, in bytes. */
const mostBytes = 2 ** 31;

/** What a source is called, if it has a name. */
export function nameOf(source: UploadSource): string | undefined {
  return (source as { readonly name?: string } | undefined)?.name || undefined;
}

/** A source as it can be sent here. One whose progress is told is a stream, where streams can be sent. */
export async function openSource(source: UploadSource, onProgress: OnProgress | undefined): Promise<Bytes> {
  const isStream = source instanceof ReadableStream;
  if (!isStream && !(source instanceof Blob || source instanceof ArrayBuffer || ArrayBuffer.isView(source))) {
    refuse('a file is a Blob, a File, bytes or a ReadableStream (in Node.js: openAsBlob, Readable.toWeb)');
  }
  if (isStream && !isBrowser()) return onProgress ? counted(source, undefined, onProgress) : source;
  const blob = await blobOf(source);
  if (blob.size >= mostBytes) refuse('a file has less than 2 GB');
  return onProgress && !isBrowser() ? counted(blob, blob.size, onProgress) : blob;
}

async function blobOf(source: UploadSource): Promise<Blob> {
  if (source instanceof ReadableStream)
    return new Response(source as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
  return source instanceof Blob ? source : new Blob([source as ArrayBuffer]);
}

/** The same bytes, counted as they go. */
function counted(
  source: Bytes,
  totalBytes: number | undefined,
  onProgress: OnProgress,
): ReadableStream<Uint8Array> {
  let sentBytes = 0;
  const pieces = source instanceof Blob ? slicesOf(source) : [source];
  const { stream } = join(pieces, (bytes) => {
    sentBytes += bytes;
    onProgress({ sentBytes, totalBytes });
  });
  return stream;
}
