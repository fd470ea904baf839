import type { ErrorKind } from './errors.js';

/** An answer of the service, read. Of a good answer that the caller wants to read itself, `text` is empty. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly text: string;
  /** The text read as JSON; `undefined` when it is not JSON. */
  readonly data: unknown;
}

/**
 * What a service says about a failure. What is left out is filled in from the status: the kind, the code `HTTP_nnn`,
 * whether the call can be repeated, and the `Retry-After` header.
 */
export interface ErrorDescription {
  readonly kind?: ErrorKind | undefined;
  readonly code?: string | undefined;
  /** A sentence of the service. It becomes part of the error's message, so it must hold no secret. */
  readonly message?: string | undefined;
  readonly retryable?: boolean | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly requestId?: string | undefined;
  /** Default: the answer's data, or its text. */
  readonly details?: unknown;
}

/**
 * The kind of a failure that nobody described.
 *
 * @example
 * ```ts
 * import { kindOfStatus, type ErrorKind } from '@x/http-core';
 *
 * export const kind: ErrorKind = kindOfStatus(404); // refused
 * ```
 */
export function kindOfStatus(status: number): ErrorKind {
  if (status === 401) return 'auth';
  if (status === 429) return 'rate-limit';
  return /40[0349]|410|422/.test(`${status}`) ? 'refused' : 'http';
}

/**
 * The text of an answer, or `undefined` when it has more than `maxBytes`, counted while it is read. What is left of it is
 * the matter of whoever can end the request.
 */
export async function readText({ body }: Response, maxBytes: number): Promise<string | undefined> {
  const reader = body?.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  while (bytes <= maxBytes) {
    const value = (await reader?.read())?.value;
    if (!value) {
      // Decoded as one: texts of chunks would all be copied again to make one of them.
      const whole = new Uint8Array(bytes);
      bytes = 0;
      for (const chunk of chunks) {
        whole.set(chunk, bytes);
        bytes += chunk.length;
      }
      return new TextDecoder().decode(whole);
    }
    bytes += value.length;
    chunks.push(value);
  }
  return undefined;
}
