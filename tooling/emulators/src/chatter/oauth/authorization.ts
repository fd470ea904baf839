import type { User } from '../state/model.js';
import type { RegisteredApp } from './apps.js';
import {
  appBlocked,
  challengeInvalid,
  challengeMethodInvalid,
  challengeMissing,
  clientUnknown,
  type OAuthError,
  redirectUriWrong,
  responseTypeUnsupported,
} from './oauth-error.js';
import { grantedScope } from './scopes.js';
import type { OAuthService } from './service.js';
import { logIn } from './users.js';

/** Where the browser is sent when all is done. */
export interface Destination {
  readonly app: RegisteredApp;
  readonly redirectUri: string;
  readonly state: string | null;
}

/** Reads who asks and where the answer goes. What is wrong with that is told to the person: there is nowhere to send it. */
export function readDestination(parameters: URLSearchParams, service: OAuthService): Destination {
  const app = service.apps.find(parameters.get('client_id'));
  if (app === undefined) throw clientUnknown();
  const redirectUri = parameters.get('redirect_uri') ?? '';
  if (!app.redirectUris.includes(redirectUri)) throw redirectUriWrong();
  return { app, redirectUri, state: parameters.get('state') };
}

/** What the application asks for. */
export interface Wishes {
  readonly scope: string;
  readonly challenge: string | undefined;
  readonly nonce: string | undefined;
}

/** Reads what is asked for. What is wrong with that is told to the application. */
export function readWishes(parameters: URLSearchParams, app: RegisteredApp): Wishes {
  if (parameters.get('response_type') !== 'code') throw responseTypeUnsupported();
  const scope = grantedScope(parameters.get('scope'), app);
  const challenge = readChallenge(parameters, app);
  if (app.blockedUntilInstalled) throw appBlocked();
  return { scope, challenge, nonce: parameters.get('nonce') ?? undefined };
}

/** A SHA-256 hash has 43 characters in this alphabet. */
const challengePattern = /^[\w-]{43}$/;

function readChallenge(parameters: URLSearchParams, app: RegisteredApp): string | undefined {
  const challenge = parameters.get('code_challenge');
  if (challenge === null) {
    if (app.pkceRequired) throw challengeMissing();
    return undefined;
  }
  if ((parameters.get('code_challenge_method') ?? 'S256') !== 'S256') throw challengeMethodInvalid();
  if (!challengePattern.test(challenge)) throw challengeInvalid();
  return challenge;
}

/** Where the browser goes after this user has approved: to the application, with a code. */
export function approvedUrl(
  destination: Destination,
  wishes: Wishes,
  user: User,
  service: OAuthService,
): string {
  const { app, redirectUri } = destination;
  logIn(user, app, service);
  const code = service.codes.issue({ clientId: app.clientId, userId: user.id, redirectUri, ...wishes });
  return urlWith(destination, { code });
}

/** Where the browser goes with the reason why there is no code. */
export function refusedUrl(destination: Destination, { error, description }: OAuthError): string {
  return urlWith(destination, { error, error_description: description });
}

function urlWith({ redirectUri, state }: Destination, answer: Readonly<Record<string, string>>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) url.searchParams.append(name, value);
  if (state !== null) url.searchParams.append('state', state);
  return url.href;
}
