/**
 * A body that is sent as it is. A stream is read once, so a call with one is never sent again; a function opens a stream
 * anew for each time that the request is sent.
 */
export type RequestBody =
  | string
  | Blob
  | FormData
  | URLSearchParams
  | ArrayBuffer
  | ArrayBufferView
  | ReadableStream<Uint8Array>
  | (() => ReadableStream<Uint8Array>);

/** What can stand in a query or a form. A list is joined by commas; `null` and `undefined` are left out. */
export type FieldValue =
  | string
  | number
  | boolean
  | bigint
  | null
  | undefined
  | readonly (string | number | boolean | bigint)[];

/** Names and values of a query or a form. */
export type Fields = Readonly<Record<string, FieldValue>>;

/**
 * A request that is not encoded yet, made anew for each time it is sent. A credential may go into its address, its
 * headers or its body: put a new object in the place of `json` or `form`, for what is there belongs to the caller.
 */
export interface Draft {
  readonly method: string;
  url: URL;
  readonly headers: Headers;
  json?: unknown;
  form?: Fields | undefined;
  body?: RequestBody | undefined;
}

/**
 * Adds fields to a form or a query.
 *
 * @example
 * ```ts
 * import { encodeFields } from '@x/http-core';
 *
 * export const query: string = encodeFields(new URLSearchParams(), { q: 'ann', page: undefined }).toString(); // q=ann
 * ```
 */
export function encodeFields(into: URLSearchParams, fields: Fields = {}): URLSearchParams {
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined && value !== null) into.append(name, String(value));
  }
  return into;
}

/** What a draft is sent with. */
export function encodeBody({ headers, json, form, body }: Draft): unknown {
  if (json !== undefined) {
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
    return JSON.stringify(json);
  }
  if (form) return encodeFields(new URLSearchParams(), form);
  return typeof body === 'function' ? body() : body;
}
