import { join, type Bytes, type Joined } from './streams.js';

/** One part of a body: a text, or bytes with a file's name. */
export interface Part {
  readonly name: string;
  readonly type: string;
  readonly fileName?: string | undefined;
  readonly content: string | Bytes;
}

/** A body in parts, and the header that tells where they begin. */
export interface Multipart {
  readonly body: Bytes;
  readonly headers: Readonly<Record<string, string>>;
  /** Lets go of what has not been sent. */
  readonly cancel: () => Promise<void>;
  readonly failure: Joined['failure'];
}

/**
 * Writes parts one after the other, as the service documents them: a form of the browser's own would give the JSON a
 * file's name, and could not take a stream. With a stream in it the body is one, else it can be sent again.
 */
export function multipart(parts: readonly Part[]): Multipart {
  const boundary = `chatter-${crypto.randomUUID()}`;
  const pieces: Part['content'][] = parts.flatMap((part) => [headOf(part, boundary), part.content, '\r\n']);
  pieces.push(`--${boundary}--\r\n`);
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  const bytes = pieces.map((piece) => (typeof piece === 'string' ? new Blob([piece]) : piece));
  const still = bytes.filter((piece) => piece instanceof Blob);
  if (still.length === bytes.length) {
    return { body: new Blob(still), headers, cancel: async () => undefined, failure: () => undefined };
  }
  const { stream, ...rest } = join(bytes);
  return { body: stream, headers, ...rest };
}

function headOf({ name, type, fileName }: Part, boundary: string): string {
  // As browsers write it: a line break or a quote would end the name.
  const safe = fileName?.replaceAll(/["\r\n]/g, encodeURIComponent);
  const file = safe === undefined ? '' : `; filename="${safe}"`;
  const disposition = `content-disposition: form-data; name="${name}"${file}`;
  return `--${boundary}\r\n${disposition}\r\ncontent-type: ${type}\r\n\r\n`;
}
