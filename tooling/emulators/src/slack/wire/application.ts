import { gzipSync } from 'node:zlib';
import { findToken } from '../auth/find-token.js';
import { requireClassic, requireScope } from '../auth/scopes.js';
import { RateLimited, SlackError, UnreadableRequest } from '../errors.js';
import { findMethod, isSwitchedOff } from '../methods/index.js';
import type { Answer, Method } from '../methods/method.js';
import { answerAuthorization, isAuthorizationPath } from '../oauth/authorization-page.js';
import type { Service } from '../service.js';
import type { ResponseUrls } from '../socket-mode/response-urls.js';
import type { Token } from '../state/model.js';
import { answerFileRequest } from '../files/routes.js';
import { createArguments } from './arguments.js';
import { obstacleForPage } from './audit-origin.js';
import { basicOf } from './basic.js';
import { answerHeaders, corsHeaders } from './headers.js';
import type { RateLimits } from './rate-limits.js';
import { readRequest, type ReadRequest } from './read-request.js';

/** One call on its way through, of which more becomes known at each step. */
interface Progress {
  readonly requestId: string;
  method: Method | undefined;
  token: Token | undefined;
  warnings: readonly string[];
}

/** Answers every HTTP request of the emulator. */
export function createApplication(
  service: Service,
  limits: RateLimits,
  responseUrls: ResponseUrls,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (request.method === 'POST' && /^\/(?:commands|actions)\//.test(pathname)) {
      return responseUrls.receive(request);
    }
    if (isAuthorizationPath(pathname)) return answerAuthorization(service, request);
    const root = service.switches.methodsAtRoot ? /^\/(?:api\/)?([\w.]+)$/ : /^\/api\/([\w.]+)$/;
    const [, name] = root.exec(pathname) ?? [];
    if (name === undefined) return (await answerFileRequest(service, request)) ?? notFound();
    if (request.method === 'OPTIONS') return new Response(null, { status: 200, headers: corsHeaders });
    if (request.method !== 'GET' && request.method !== 'POST') return notFound();
    const obstacle = service.switches.auditOrigins ? obstacleForPage(request) : undefined;
    if (obstacle !== undefined) return new Response(`${obstacle}\n`, { status: 403 });
    const progress: Progress = {
      requestId: service.ids.request(),
      method: undefined,
      token: undefined,
      warnings: [],
    };
    try {
      const body = await run(service, limits, { request, name, progress });
      return typeof body === 'string' ? file(progress, body) : success(progress, body);
    } catch (error) {
      if (error instanceof SlackError) return refusal(progress, error);
      throw error;
    }
  };
}

async function run(
  service: Service,
  limits: RateLimits,
  { request, name, progress }: { request: Request; name: string; progress: Progress },
): Promise<Answer | string> {
  const method = isSwitchedOff(name) ? (service.examples.find(name) ?? findMethod(name)) : findMethod(name);
  if (method === undefined) throw new SlackError('unknown_method', { req_method: name });
  progress.method = method;
  const read = await readRequest(request);
  progress.warnings = read.warnings;
  if (read.form === 'json' && !method.json) throw new UnreadableRequest('invalid_post_type');
  const args = createArguments(read.args);
  if (method.access === 'open') return method.handle(args);
  if (method.access === 'client') {
    return method.handle({ service, args, basic: basicOf(request), token: read.bodyToken });
  }

  const token = findToken(service, method.access === 'app' ? headerOnly(read) : read);
  progress.token = token;
  const limitedBy = method.access === 'member' ? (method.limitedBy?.(args) ?? '') : '';
  const retryAfter = limits.take(method, `${token.appId} ${limitedBy}`);
  if (retryAfter !== undefined) throw new RateLimited(retryAfter);

  if (method.access === 'app') {
    if (token.kind !== 'app') throw new SlackError('not_allowed_token_type');
    requireScope(service, token, method.scopes);
    return method.handle(service, token, args);
  }
  const user = token.userId === undefined ? undefined : service.store.users.get(token.userId);
  if (user === undefined) throw new SlackError('not_allowed_token_type');
  if (method.access === 'member' && method.classicOnly === true) requireClassic(token);
  requireScope(service, token, method.scopes);
  return method.handle({ service, args, token, user });
}

function headerOnly(read: ReadRequest): ReadRequest {
  return { ...read, bodyToken: undefined, queryToken: undefined };
}

function success(progress: Progress, body: Answer): Response {
  const refused = body['ok'] === false;
  return json(200, progress, { ok: !refused, ...withWarnings(body, refused ? [] : progress.warnings) }, {});
}

/** What a method hands out as a file comes compressed. */
function file(progress: Progress, content: string): Response {
  const headers = { ...headersOf(progress), 'content-type': 'application/gzip' };
  return new Response(new Uint8Array(gzipSync(content)), { headers });
}

function refusal(progress: Progress, error: SlackError): Response {
  const isLimited = error instanceof RateLimited;
  const headers: Record<string, string> = isLimited
    ? { 'retry-after': String(error.retryAfterSeconds) }
    : error.code === 'unknown_method'
      ? { 'x-slack-failure': 'unknown_method' }
      : {};
  const reachedApi = !(error instanceof UnreadableRequest);
  const body = { ok: false, error: error.code, ...error.details };
  return json(isLimited ? 429 : 200, progress, body, headers, reachedApi);
}

function json(
  status: number,
  progress: Progress,
  body: object,
  extra: Readonly<Record<string, string>>,
  reachedApi = true,
): Response {
  return new Response(JSON.stringify(body), { status, headers: headersOf(progress, extra, reachedApi) });
}

function headersOf(
  { requestId, method, token }: Progress,
  extra: Readonly<Record<string, string>> = {},
  reachedApi = true,
): Record<string, string> {
  const scopes = method === undefined || !('scopes' in method) ? undefined : method.scopes;
  return answerHeaders({
    requestId,
    reachedApi,
    scopes: token?.scopes,
    acceptedScopes: token === undefined || scopes === undefined || scopes.length === 0 ? undefined : scopes,
    extra,
  });
}

/** Adds the warnings of the wire to those of the method. */
function withWarnings(body: Answer, fromWire: readonly string[]): Answer {
  const given = body['warning'];
  const warnings = [...(typeof given === 'string' ? given.split(',') : []), ...fromWire];
  if (warnings.length === 0) return body;
  const metadata = body['response_metadata'];
  return {
    ...body,
    warning: warnings.join(','),
    response_metadata: { ...(typeof metadata === 'object' ? metadata : {}), warnings },
  };
}

/** Outside the API there is only the web site, which answers with pages. */
function notFound(): Response {
  return new Response('<!DOCTYPE html>\n<title>There’s been a glitch…</title>\n<p>Not found</p>\n', {
    status: 404,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
}
