import { refuseArgument, slackError, type SlackError } from '../errors.js';
import { toStream } from './streams.js';
import type { UploadFile, UploadSource } from './types.js';

/** What is in a file, as the caller has it. */
export type Content = Pick<UploadFile, 'content' | 'path' | 'length'>;

/** What is in a file, as it can be sent. */
export interface Body {
  readonly bytes: Blob | ReadableStream<Uint8Array>;
  readonly length: number;
}

/** Whether it is something with bytes in it. */
export function isSource(value: unknown): value is UploadSource {
  return (
    value instanceof Blob ||
    value instanceof ArrayBuffer ||
    ArrayBuffer.isView(value) ||
    value instanceof ReadableStream ||
    (typeof value === 'object' && value !== null && Symbol.asyncIterator in value)
  );
}

/** The name that a file has by itself. */
export function fileNameOf({ content, path }: UploadFile): string | undefined {
  if (path === undefined) return (content instanceof File && content.name) || undefined;
  return /[^/\\]*$/.exec(path instanceof URL ? decodeURIComponent(path.pathname) : path)?.[0] || undefined;
}

/** How bytes are to be had. */
interface Opening {
  readonly filename: string;
  /** Not as a stream: in a page, which could not send one without asking for leave that Slack does not give. */
  readonly whole: boolean;
  readonly signal: AbortSignal | undefined;
}

/** What is in a file, ready to be sent. What is empty is refused, as Slack would. */
export async function openContent({ content, path, length }: Content, opening: Opening): Promise<Body> {
  const { filename } = opening;
  const bytes = path === undefined ? await bytesOf(content, length, opening) : await open(path, filename);
  const size = bytes instanceof Blob ? bytes.size : (length as number);
  return size > 0 ? { bytes, length: size } : refuseArgument(filename, 'longer than 0 bytes');
}

async function bytesOf(
  content: Content['content'],
  length: number | undefined,
  { filename, whole, signal }: Opening,
): Promise<Body['bytes']> {
  if (content instanceof Blob) return content;
  if (typeof content === 'string' || content instanceof ArrayBuffer || ArrayBuffer.isView(content)) {
    return new Blob([content as BlobPart]);
  }
  const stream = content instanceof ReadableStream ? content : toStream(content as AsyncIterable<Uint8Array>);
  if (stream.locked) refuseArgument(filename, 'a stream that nobody else reads');
  if (length !== undefined && !Number.isSafeInteger(length)) refuseArgument('length', 'a number of bytes');
  return length === undefined || whole ? collect(stream, filename, signal) : stream;
}

async function collect(
  stream: ReadableStream<Uint8Array>,
  filename: string,
  signal: AbortSignal | undefined,
): Promise<Blob> {
  try {
    const stoppable = stream.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>(),
      signal && { signal },
    );
    return await new Response(stoppable).blob();
  } catch (error) {
    signal?.throwIfAborted();
    throw unreadable(filename, error);
  }
}

async function open(path: string | URL, filename: string): Promise<Blob> {
  try {
    const { openFile } = await import('#files');
    return await openFile(path);
  } catch (error) {
    throw unreadable(filename, error);
  }
}

/** The fault is with the caller's side: what it gave cannot be read. */
export function unreadable(filename: string, cause: unknown): SlackError {
  const { code, message } = Object(cause) as { readonly code?: unknown; readonly message?: string };
  // Errors of the platform have numbers that say nothing.
  const why = typeof code === 'string' ? code : message;
  return slackError('usage', 'UNREADABLE_FILE', `${filename} cannot be read (${why})`, { cause });
}
