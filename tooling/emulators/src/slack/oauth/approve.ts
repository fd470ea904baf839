import type { Service } from '../service.js';
import type { OAuthClient } from './oauth.js';

/** An authorization address, read. */
export interface AuthorizationRequest {
  readonly client: OAuthClient;
  readonly redirectUri: string;
  readonly parameters: URLSearchParams;
}

/** Reads the address that an app sends a person to; undefined when it names no app or no way back. */
export function readAuthorization(
  { oauth }: Pick<Service, 'oauth'>,
  { searchParams }: URL,
): AuthorizationRequest | undefined {
  const client = oauth.clients.get(searchParams.get('client_id') ?? '');
  const redirectUri = searchParams.get('redirect_uri');
  if (client === undefined || redirectUri === null || !URL.canParse(redirectUri)) return undefined;
  return { client, redirectUri, parameters: searchParams };
}

/** A person agrees: where the browser is sent then. */
export function approve(
  { oauth }: Pick<Service, 'oauth'>,
  request: AuthorizationRequest,
  userId: string,
): string {
  const { client, redirectUri, parameters } = request;
  const scopes = scopesIn(parameters.get('scope'));
  // The scopes of a classic app are those of the person, the one that stands for its bot among them.
  const isClassic = client.app.classic;
  const code = oauth.issueCode({
    clientId: client.clientId,
    userId,
    botScopes: isClassic ? [] : scopes,
    userScopes: isClassic ? scopes : scopesIn(parameters.get('user_scope')),
    redirectUri,
    challenge: parameters.get('code_challenge') ?? undefined,
  });
  return wayBack(request, { code });
}

/** A person does not agree. */
export function deny(request: AuthorizationRequest): string {
  return wayBack(request, { error: 'access_denied' });
}

function wayBack({ redirectUri, parameters }: AuthorizationRequest, answer: Record<string, string>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.set(name, value);
  const state = parameters.get('state');
  if (state !== null) url.searchParams.set('state', state);
  return url.href;
}

function scopesIn(text: string | null): string[] {
  return (text ?? '').split(/[\s,]+/).filter((scope) => scope !== '');
}
