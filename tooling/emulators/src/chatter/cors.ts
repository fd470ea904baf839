import type { MiddlewareHandler } from 'hono';

/** Which web pages may call the org: Setup → CORS. */
export interface CorsAllowlist {
  /** Pages of this origin may call the data API. */
  allow(origin: string): void;
  /** The setting "Enable CORS for OAuth endpoints". */
  allowForOAuth(on: boolean): void;
}

/** What every page may read. */
const alwaysOpen: ReadonlySet<string> = new Set(['/.well-known/openid-configuration', '/id/keys']);

/** What needs the setting for OAuth endpoints beside the list. */
const oauthPaths: ReadonlySet<string> = new Set(
  ['token', 'revoke', 'introspect', 'authorize'].map((name) => `/services/oauth2/${name}`),
);

const allowedMethods = 'GET, HEAD, POST, PATCH, PUT, DELETE';

/**
 * Lets pages of listed origins through. A page of any other origin is answered with 403 and without a word about CORS, so
 * that its browser tells it of nothing but a failure.
 */
export function createCors(isLoginHost: () => boolean): {
  readonly allowlist: CorsAllowlist;
  readonly middleware: MiddlewareHandler;
} {
  const origins = new Set<string>();
  let oauth = false;

  const middleware: MiddlewareHandler = async (context, next) => {
    const { url, method } = context.req;
    const origin = context.req.header('origin');
    const { origin: own, pathname } = new URL(url);
    if (origin === undefined || origin === own) return next();
    const isOpen = alwaysOpen.has(pathname);
    // A login host has no CORS for these, whatever the org says.
    const isClosed = oauthPaths.has(pathname) && (!oauth || isLoginHost());
    if (!isOpen && (!origins.has(origin) || isClosed)) return context.body(null, 403);
    const headers = { 'access-control-allow-origin': isOpen ? '*' : origin, vary: 'Origin' };
    if (method === 'OPTIONS') {
      const asked = context.req.header('access-control-request-headers') ?? '';
      return context.body(null, 200, {
        ...headers,
        'access-control-allow-methods': allowedMethods,
        'access-control-allow-headers': asked,
        'access-control-max-age': '86400',
      });
    }
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
    return undefined;
  };

  return {
    allowlist: {
      allow: (origin) => origins.add(origin),
      allowForOAuth(on) {
        oauth = on;
      },
    },
    middleware,
  };
}
