/** A body that is sent as it is. A stream is read once, so a call with one is never sent again. */
export type RequestBody =
  | string
  | Blob
  | FormData
  | URLSearchParams
  | ArrayBuffer
  | ArrayBufferView
  | ReadableStream<Uint8Array>;

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

/** The fields as a form or a query writes them. */
export function encodeFields(
  fields: Fields = {},
  into: URLSearchParams = new URLSearchParams(),
): URLSearchParams {
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined && value !== null) into.append(name, String(value));
  }
  return into;
}

/** A draft as `fetch` takes it; redirects are left to the caller. */
export function encodeDraft({ method, headers, json, form, body }: Draft): RequestInit {
  let encoded: RequestBody | undefined = form === undefined ? body : encodeFields(form);
  if (json !== undefined) {
    encoded = JSON.stringify(json);
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
  }
  // Without `duplex`, fetch refuses a stream.
  return { method, headers, body: encoded as BodyInit, redirect: 'manual', duplex: 'half' } as RequestInit;
}
