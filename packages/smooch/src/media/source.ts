import { refuseArgument } from '../errors.js';
import { checkSize, collect } from './collect.js';
import { typeOfName } from './types.js';

/** What can be sent as media. A stream is read into memory before it is sent. */
export type MediaSource = Blob | ArrayBuffer | ArrayBufferView | ReadableStream<Uint8Array>;

/** What a file is called, and what it is. */
export interface MediaNaming {
  /** With an extension, by which the service judges it. Default: the name of a `File`, else `file`. */
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
  const { name = source instanceof File && source.name !== '' ? source.name : 'file' } = naming;
  if (typeof name !== 'string' || name === '') refuseArgument('name', 'the name of a file');
  const { type = (source instanceof Blob && source.type) || typeOfName(name) } = naming;
  if (!/^[\w.+-]+\/[\w.+-]+/.test(type)) refuseArgument('type', 'a media type such as "image/png"');
  const bytes = source instanceof ReadableStream ? await collect(source, signal) : source;
  if (!(bytes instanceof Blob || bytes instanceof ArrayBuffer || ArrayBuffer.isView(bytes))) {
    refuseArgument(
      'source',
      'a Blob, a File, bytes or a ReadableStream (in Node.js: openAsBlob of a path, Readable.toWeb of a stream)',
    );
  }
  const file = new File([bytes as BlobPart], name, { type });
  checkSize(file.size);
  return file;
}
