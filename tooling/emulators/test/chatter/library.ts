import { type Answered, at, type CallOptions, type TestOrg } from './org.js';

/** A PNG of 3 × 2 pixels. */
export const tinyPng: Uint8Array<ArrayBuffer> = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEUlEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
  ),
  (character) => character.codePointAt(0) ?? 0,
);

/** What a multipart body is made of: the JSON body in a part `json`, and bytes in a part of this name. */
export interface Parts {
  readonly json?: object;
  readonly part?: string;
  readonly bytes?: Uint8Array<ArrayBuffer> | string;
  readonly fileName?: string;
}

export function multipart({ json, part = 'fileData', bytes, fileName = 'upload.bin' }: Parts): FormData {
  const form = new FormData();
  if (json !== undefined) form.append('json', new Blob([JSON.stringify(json)], { type: 'application/json' }));
  if (bytes !== undefined)
    form.append(part, new Blob([bytes], { type: 'application/octet-stream' }), fileName);
  return form;
}

/** The Connect resources of version 66.0, as `chatter` of an org has the Chatter ones. */
export function connectOf(
  org: TestOrg,
): (method: string, path: string, options?: CallOptions) => Promise<Answered> {
  return (method, path, options) => org.call(method, `/services/data/v66.0/connect/${path}`, options);
}

/** Uploads a text of this title as the first user, and returns the id of the file. */
export async function uploadText(org: TestOrg, title: string, text: string): Promise<string> {
  const body = multipart({ json: { title }, bytes: text });
  const answered = await connectOf(org)('POST', 'files/users/me', { body });
  return String(at(answered.body, 'id'));
}

/** The bytes at an address of an answer, and as what they are sent. */
export async function bytesAt(
  org: TestOrg,
  url: unknown,
  headers: Record<string, string> = { Authorization: `Bearer ${org.credentials.accessToken}` },
): Promise<{ readonly status: number; readonly type: string | null; readonly bytes: Uint8Array }> {
  const response = await fetch(new URL(String(url), org.url), { headers });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, type: response.headers.get('content-type'), bytes };
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
