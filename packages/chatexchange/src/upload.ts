import type { CallOptions } from '@x/http-core';
import { tell } from './act.js';
import { refuseArgument } from './errors.js';
import type { Context } from './model/context.js';
import { parseUpload } from './parse/upload.js';
import { refusal } from './refusals.js';

/** A picture, or the address where the service is to get it. */
export type ImageSource = Blob | ArrayBuffer | ArrayBufferView | URL;

/** What a picture is called, and what it is. */
export interface UploadOptions extends CallOptions {
  /** Default: the name of a `File`, else `image` with the extension of its type. */
  readonly name?: string | undefined;
  /** The media type. Default: that of a `Blob` or `File`, else what its first bytes say. */
  readonly type?: string | undefined;
}

/** Hands a picture to the service; resolves with its address there. */
export async function uploadImage(
  context: Context,
  source: ImageSource,
  options: UploadOptions = {},
): Promise<string> {
  const { name, type, ...call } = options;
  const form = new FormData();
  if (source instanceof URL) form.set('upload-url', webAddress(source));
  else form.set('filename', await toFile(source, name, type));
  const answer = parseUpload((await tell(context, '/upload/image', form, call)).text);
  if ('url' in answer) return answer.url;
  throw refusal('the picture', answer.refusal, 'UPLOAD_REFUSED');
}

function webAddress({ protocol, href }: URL): string {
  return /^https?:$/.test(protocol) ? href : refuseArgument('source', 'an address with http: or https:');
}

async function toFile(source: unknown, name: string | undefined, type: string | undefined): Promise<File> {
  if (!(source instanceof Blob || source instanceof ArrayBuffer || ArrayBuffer.isView(source))) {
    return refuseArgument('source', 'a Blob, a File, bytes or a URL (in Node.js: openAsBlob of a path)');
  }
  const blob = new Blob([source as BlobPart]);
  if (blob.size === 0) refuseArgument('source', 'a picture that is not empty');
  const given = type ?? (source instanceof Blob && source.type !== '' ? source.type : undefined);
  const mediaType = given ?? typeOfBytes(new Uint8Array(await blob.slice(0, 12).arrayBuffer()));
  if (mediaType === undefined || !/^image\/[\w.+-]+/.test(mediaType)) {
    return refuseArgument('type', 'the media type of a picture, such as "image/png"');
  }
  const ownName = source instanceof File && source.name !== '' ? source.name : undefined;
  const fileName = name ?? ownName ?? `image.${mediaType.replace(/^image\/(?:svg)?|[+;].*/g, '')}`;
  return new File([blob], fileName, { type: mediaType });
}

const signatures: readonly (readonly [RegExp, string])[] = [
  [/^\x89PNG/, 'image/png'],
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^GIF8/, 'image/gif'],
  [/^BM/, 'image/bmp'],
  [/^RIFF.{4}WEBP/s, 'image/webp'],
];

function typeOfBytes(bytes: Uint8Array): string | undefined {
  const text = String.fromCharCode(...bytes);
  return signatures.find(([pattern]) => pattern.test(text))?.[1];
}
