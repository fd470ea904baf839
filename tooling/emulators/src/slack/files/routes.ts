import { findToken } from '../auth/find-token.js';
import { sessionCookieOf } from '../auth/session-cookie.js';
import { SlackError } from '../errors.js';
import type { Service } from '../service.js';
import { maySee } from './access.js';
import { fileKindOf } from './file-kinds.js';

/** Answers where bytes are sent to and fetched from, which is beside the API and without its headers; undefined elsewhere. */
export async function answerFileRequest(service: Service, request: Request): Promise<Response | undefined> {
  const { pathname } = new URL(request.url);
  const [, ticket] = /^\/upload\/v1\/(\w+)$/.exec(pathname) ?? [];
  if (ticket !== undefined) {
    return request.method === 'POST'
      ? await receive(service, ticket, request)
      : text(405, 'Method not allowed');
  }
  // A smaller copy of a picture is the picture itself.
  const address = /^\/(?:files-pri\/\w+-(F\w+)\/(?:download\/)?|files-tmb\/\w+-(F\w+)-\w+\/)[^/]+$/;
  const [, original, copied] = address.exec(pathname) ?? [];
  const fileId = original ?? copied;
  return fileId === undefined ? undefined : serve(service, fileId, request);
}

/** Takes bytes, which must be as many as were announced. No token is asked for: the address is the secret. */
async function receive({ store }: Service, ticket: string, request: Request): Promise<Response> {
  const file = store.uploads.get(ticket);
  if (file === undefined) return text(404, 'Not found');
  const bytes = await bytesOf(request);
  if (bytes === undefined) return text(400, 'Bad request: no file');
  if (bytes.byteLength !== file.size) {
    return text(400, `Bad request: expected ${file.size} bytes, received ${bytes.byteLength}`);
  }
  store.uploads.delete(ticket);
  file.bytes = bytes;
  return text(200, `OK - ${bytes.byteLength}`);
}

/** The body as it is, or the one file inside a form. */
async function bytesOf(request: Request): Promise<Uint8Array | undefined> {
  const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data') ?? false;
  if (!isForm) return new Uint8Array(await request.arrayBuffer());
  try {
    for (const value of (await request.formData()).values()) {
      if (typeof value !== 'string') return new Uint8Array(await value.arrayBuffer());
    }
    return undefined;
  } catch {
    return undefined;
  }
}

/** Gives a file to those who may see it. All others are sent to sign in, as from a browser. */
function serve(service: Service, fileId: string, request: Request): Response {
  const { store } = service;
  const userId = callerOf(service, request);
  if (userId === undefined) {
    const back = encodeURIComponent(new URL(request.url).pathname);
    return new Response(null, { status: 302, headers: { location: `${service.url()}/?redir=${back}` } });
  }
  const file = store.files.get(fileId);
  if (file?.stage !== 'complete' || file.bytes === undefined || !maySee(store, file, userId)) {
    return text(404, 'Not found');
  }
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': fileKindOf(file.name).mimetype,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    },
  });
}

function callerOf(service: Service, request: Request): string | undefined {
  const headerToken = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  try {
    const cookie = sessionCookieOf(request.headers.get('cookie'));
    const sent = { headerToken, bodyToken: undefined, queryToken: undefined, cookie };
    return findToken(service, sent).userId;
  } catch (error) {
    if (error instanceof SlackError) return undefined;
    throw error;
  }
}

function text(status: number, body: string): Response {
  return new Response(body, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
