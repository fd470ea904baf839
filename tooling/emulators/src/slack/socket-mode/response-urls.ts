import { type Clock, createBoundedList } from '../../frame/index.js';

const lifeMs = 30 * 60_000;
const mostUses = 5;

/** What was posted to a `response_url`. */
export interface ResponsePost {
  readonly url: string;
  /** Milliseconds since 1970 by the emulator's clock. */
  readonly at: number;
  readonly body: unknown;
}

/** Addresses to answer commands and interactions at: for half an hour, five times each. */
export interface ResponseUrls {
  readonly posts: readonly ResponsePost[];
  /** Makes an address; `path` begins with a slash. */
  issue(path: string): string;
  /** Answers a request for such an address. */
  receive(request: Request): Promise<Response>;
}

export function createResponseUrls(clock: Clock, root: () => string, limit: number): ResponseUrls {
  const uses = new Map<string, { left: number; readonly expiresAt: number }>();
  const posts = createBoundedList<ResponsePost>(limit);
  return {
    posts: posts.all,
    issue(path) {
      for (const [old, { expiresAt }] of uses) {
        if (expiresAt + lifeMs > clock.now()) break;
        uses.delete(old);
      }
      uses.set(path, { left: mostUses, expiresAt: clock.now() + lifeMs });
      return root() + path;
    },
    async receive(request) {
      const { pathname } = new URL(request.url);
      const known = uses.get(pathname);
      if (known === undefined) return refusal(404, 'no_service');
      if (known.expiresAt <= clock.now()) return refusal(404, 'expired_url');
      if (known.left === 0) return refusal(404, 'used_url');
      const body = await jsonOf(request);
      if (body === undefined) return refusal(400, 'invalid_payload');
      known.left -= 1;
      posts.add({ url: root() + pathname, at: clock.now(), body });
      return new Response('ok', { headers: { 'content-type': 'text/html' } });
    },
  };
}

function refusal(status: number, error: string): Response {
  return Response.json({ ok: false, error }, { status });
}

/** The body as a JSON object, which may also be the field `payload` of a form. */
async function jsonOf(request: Request): Promise<object | undefined> {
  const text = await request.text();
  const isForm =
    request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false;
  try {
    const value: unknown = JSON.parse(isForm ? (new URLSearchParams(text).get('payload') ?? '') : text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
