import { openFile } from '#files';
import { refuseArgument } from '../errors.js';
import { checkSize, collect } from './collect.js';
import type { Media } from './media.js';
import { typeOfName } from './types.js';

/**
 * What can be sent as media: a `Blob` or `File`; bytes, which are not copied, so leave them as they are until the call has ended;
 * a stream, which is read into memory before it is sent; and in Node.js the path or the `file:` URL of a file, which is read
 * while it is sent.
 */
export type MediaSource = Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array> | string | URL;

/** What a file is called, and what it is. */
export interface MediaNaming {
  /** With an extension, by which the service judges it. Default: the name of a `File`, the end of a path, else `file`. */
  readonly name?: string | undefined;
  /** Default: the type of a `Blob` or `File`, else what the extension says, else `application/octet-stream`. */
  readonly type?: string | undefined;
}

/** The source with a name and a type. */
export async function toMedia(
  source: MediaSource,
  naming: MediaNaming,
  signal: AbortSignal | undefined,
): Promise<Media> {
  const { parts, name: ownName } = await open(source, signal);
  const { name = ownName || 'file' } = naming;
  if (typeof name !== 'string' || name === '') refuseArgument('name', 'the name of a file');
  const { type = (source instanceof Blob && source.type) || typeOfName(name) } = naming;
  if (!/^[\w.+-]+\/[\w.+-]+[ -~]*$/.test(type)) refuseArgument('type', 'a media type such as "image/png"');
  return { parts, name, type: type.toLowerCase() };
}

/** The bytes of a source, and the name that it brings along. */
async function open(
  source: MediaSource,
  signal: AbortSignal | undefined,
): Promise<{ readonly parts: Media['parts']; readonly name?: string }> {
  if (source instanceof Blob) {
    checkSize(source.size);
    return { parts: [source], ...(source instanceof File && { name: source.name }) };
  }
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) {
    checkSize(source.byteLength);
    return { parts: [bytesOf(source)] };
  }
  if (source instanceof ReadableStream) return { parts: await collect(source, signal) };
  if (source instanceof URL || (typeof source === 'string' && source !== '')) {
    const { blob, name } = await openFile(source);
    checkSize(blob.size);
    return { parts: [blob], name };
  }
  return refuseArgument(
    'source',
    'a Blob, a File, bytes or a ReadableStream (in Node.js: a path, or Readable.toWeb of a stream)',
  );
}

/** The very bytes, not a copy of them. */
function bytesOf(source: ArrayBuffer | ArrayBufferView): Uint8Array<ArrayBuffer> {
  return source instanceof ArrayBuffer
    ? new Uint8Array(source)
    : new Uint8Array(source.buffer as ArrayBuffer, source.byteOffset, source.byteLength);
}
