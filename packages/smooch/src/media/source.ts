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
  const file = new File([bytes], name, { type });
  checkSize(file.size);
  return file;
}

/** The bytes of a source, and the name that it brings along. */
async function open(
  source: MediaSource,
  signal: AbortSignal | undefined,
): Promise<{ readonly bytes: BlobPart; readonly name?: string }> {
  if (source instanceof File) return { bytes: source, name: source.name };
  if (source instanceof Blob || source instanceof ArrayBuffer) return { bytes: source };
  if (ArrayBuffer.isView(source)) return { bytes: source as ArrayBufferView<ArrayBuffer> };
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
