import { openFile } from '#files';
import { refuseArgument } from '../errors.js';
import { checkSize, collect } from './collect.js';
import { typeOfName } from './types.js';

/**
 * What can be sent as media: a `Blob` or `File`, bytes, a stream, which is read into memory before it is sent, and in Node.js the
 * path or the `file:` URL of a file, which is read while it is sent.
 */
export type MediaSource = Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array> | string | URL;

/** What a file is called, and what it is. */
export interface MediaNaming {
  /** With an extension, by which the service judges it. Default: the name of a `File`, the end of a path, else `file`. */
  readonly name?: string | undefined;
  /** Default: the type of a `Blob` or `File`, else what the extension says, else `application/octet-stream`. */
  readonly type?: string | undefined;
}

/** The source as a file with a name and a type. */
export async function toFile(
  source: MediaSource,
  naming: MediaNaming,
  signal: AbortSignal | undefined,
): Promise<File> {
  const { bytes, name: ownName } = await open(source, signal);
  const { name = ownName || 'file' } = naming;
  if (typeof name !== 'string' || name === '') refuseArgument('name', 'the name of a file');
  const { type = (source instanceof Blob && source.type) || typeOfName(name) } = naming;
  if (!/^[\w.+-]+\/[\w.+-]+/.test(type)) refuseArgument('type', 'a media type such as "image/png"');
  checkSize(bytes.size);
  return new File(slicesOf(bytes), name, { type });
}

/** The bytes of a source, and the name that it brings along. */
async function open(
  source: MediaSource,
  signal: AbortSignal | undefined,
): Promise<{ readonly bytes: Blob; readonly name?: string }> {
  if (source instanceof File) return { bytes: source, name: source.name };
  if (source instanceof Blob) return { bytes: source };
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) {
    return { bytes: new Blob([source as BlobPart]) };
  }
  if (source instanceof ReadableStream) return { bytes: await collect(source, signal) };
  if (source instanceof URL || (typeof source === 'string' && source !== '')) {
    const { blob, name } = await openFile(source);
    return { bytes: blob, name };
  }
  return refuseArgument(
    'source',
    'a Blob, a File, bytes or a ReadableStream (in Node.js: a path, or Readable.toWeb of a stream)',
  );
}

/** How much of a file is in memory a second time while it is sent. */
const sliceBytes = 64 * 1024;

/** The same in slices: a runtime hands each part of a file to the network as a whole, and copies it. */
function slicesOf(bytes: Blob): Blob[] {
  return Array.from({ length: Math.ceil(bytes.size / sliceBytes) }, (_, index) =>
    bytes.slice(index * sliceBytes, (index + 1) * sliceBytes),
  );
}
