import type { Hono } from 'hono';
import { authorizationRequired, badRequest, forbidden, notFound } from '../errors.js';
import { jsonResponse } from '../headers.js';
import { jsonBody } from '../input/body.js';
import { optionalArray } from '../input/fields.js';
import { accessSeconds, passToken, readPass } from '../media/access.js';
import { folderOf } from '../media/addresses.js';
import type { Service } from '../service.js';
import type { App } from '../state/model/index.js';
import type { Route } from './route.js';

/** Tokens for the files of an app whose setting `attachmentsAccess` is `private`. */
export function attachmentTokenRoutes(service: Service): Route[] {
  return [
    {
      method: 'POST',
      path: '/attachments/token',
      versions: ['v1.1'],
      reach: 'integration',
      async handle({ app, request }) {
        const paths = optionalArray(await jsonBody(request), 'paths');
        if (paths === undefined || paths.length === 0)
          throw badRequest("should have required property 'paths'");
        const tokens = paths.map(async (path) => {
          requireOwn(service, app, path);
          return [path, await passToken(service, { app, path })] as const;
        });
        return { body: { tokens: Object.fromEntries(await Promise.all(tokens)) } };
      },
    },
  ];
}

/** A browser turns such a token into a cookie, which it sends when a page shows the files. */
export function addAttachmentCookieRoutes(router: Hono, service: Service): void {
  for (const path of ['/v1.1/attachments/cookie', '/v1.1/apps/:appId/attachments/cookie']) {
    router.get(path, async ({ req }) => {
      const token = bearerToken(req.raw);
      if (token === undefined) throw authorizationRequired();
      const pass = await readPass(service.store, token, service.clock.now());
      if (pass === undefined || (req.param('appId') ?? pass.app.id) !== pass.app.id) throw forbidden();
      const attributes = `Path=${folderOf(pass.path)}; Max-Age=${accessSeconds}; HttpOnly`;
      return jsonResponse(200, {}, { 'set-cookie': `attachments=${token}; ${attributes}` });
    });
  }
}

/** The tokens that a request brings: in cookies, or for programs as credentials. */
export function attachmentTokens(request: Request): readonly string[] {
  const cookies = request.headers.get('cookie')?.split(';') ?? [];
  const inCookies = cookies.flatMap((cookie) => /^\s*attachments=(\S+)\s*$/.exec(cookie)?.[1] ?? []);
  return [...inCookies, bearerToken(request) ?? []].flat();
}

function bearerToken(request: Request): string | undefined {
  return /^\s*bearer\s+(\S+)\s*$/i.exec(request.headers.get('authorization') ?? '')?.[1];
}

/** The files of an app, or those of one of its conversations. */
function requireOwn({ store }: Service, app: App, path: unknown): asserts path is string {
  const [, appId, conversationId] = /^\/apps\/([^/]+)(?:\/conversations\/([^/]+))?$/.exec(String(path)) ?? [];
  if (typeof path !== 'string' || appId === undefined) throw badRequest("'paths' should hold paths of files");
  if (appId !== app.id) throw forbidden();
  if (conversationId !== undefined && store.conversations.get(conversationId)?.appId !== app.id) {
    throw notFound('Conversation');
  }
}
