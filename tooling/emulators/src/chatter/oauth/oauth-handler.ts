import type { RouteContext } from '../../frame/index.js';
import { OAuthError } from './oauth-error.js';
import { answerRevokeRequest } from './revoke-endpoint.js';
import type { OAuthService } from './service.js';
import { answerTokenRequest } from './token-endpoint.js';

/** Answers the endpoints below `/services/oauth2`, in success and in failure. */
export function createOAuthHandler(service: OAuthService) {
  return {
    token: (request: Request, context: RouteContext): Promise<Response> =>
      answered(async () => json(200, await answerTokenRequest(request, context, service))),
    revoke: (request: Request): Promise<Response> =>
      answered(async () => {
        await answerRevokeRequest(request, service);
        return new Response(null, { status: 200 });
      }),
  };
}

async function answered(run: () => Promise<Response>): Promise<Response> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    return json(400, { error: error.error, error_description: error.description });
  }
}

function json(status: number, body: Readonly<Record<string, string>>): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json;charset=UTF-8', 'cache-control': 'no-cache, no-store' },
  });
}
