import { createHash } from 'node:crypto';
import { type Body, clientOf, objectOf, type TestOrg } from './org.js';

/** A verifier of PKCE and the challenge that is made of it. */
export const verifier = 'a-verifier-of-at-least-forty-three-characters-in-all';
export const challenge: string = createHash('sha256').update(verifier).digest('base64url');

/** An authorization URL of the seeded application, with what is given added or, as null, left out. */
export function authorizeUrl(org: TestOrg, given: Readonly<Record<string, string | null>> = {}): URL {
  const url = new URL('/services/oauth2/authorize', org.url);
  const { clientId, redirectUri } = org.credentials;
  const all = { response_type: 'code', client_id: clientId, redirect_uri: redirectUri, ...given };
  for (const [name, value] of Object.entries(all)) if (value !== null) url.searchParams.set(name, value);
  return url;
}

/** The code that comes of an approval by the first user. */
export function codeFor(org: TestOrg, given: Readonly<Record<string, string | null>> = {}): string {
  const location = org.control.approve(org.credentials.username, authorizeUrl(org, given));
  const code = new URL(location).searchParams.get('code');
  if (code === null) throw new Error(`There is no code in ${location}.`);
  return code;
}

/** The tokens that come of it. */
export async function approvedTokens(
  org: TestOrg,
  given: Readonly<Record<string, string | null>> = {},
): Promise<Body> {
  return objectOf(
    await org.token({
      ...clientOf(org),
      grant_type: 'authorization_code',
      redirect_uri: org.credentials.redirectUri,
      code: codeFor(org, given),
    }),
  );
}
