import { createPublicKey } from 'node:crypto';
import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import type { RegisteredApp } from './apps.js';
import { assertionInvalid, audienceInvalid, clientUnknown } from './oauth-error.js';
import type { OAuthService } from './service.js';

const loginHosts = ['https://login.salesforce.com', 'https://test.salesforce.com'];

/** How far the clocks of client and service may be apart. */
const skewSeconds = 180;

/** The `jti` of each assertion that was used, with the time in milliseconds when that does not matter any more. */
export type AssertionsSeen = Map<string, number>;

/**
 * Checks a JWT against the certificates of the application that issued it. Only RS256 counts. The audience is one of the login
 * hosts, or one of `audiences`.
 */
export async function verifyAssertion(
  assertion: string,
  service: OAuthService,
  audiences: readonly string[],
): Promise<{ readonly app: RegisteredApp; readonly claims: JWTPayload }> {
  const app = service.apps.find(issuerOf(assertion));
  if (app === undefined) throw clientUnknown();
  const claims = await verified(assertion, app, service.clock.now());
  const accepted = new Set([...loginHosts, ...audiences]);
  if (![claims.aud].flat().some((audience) => audience !== undefined && accepted.has(audience))) {
    throw audienceInvalid();
  }
  if (service.switches.refusesReplays) noteUse(app, claims, service);
  return { app, claims };
}

function issuerOf(assertion: string): string | undefined {
  try {
    return decodeJwt(assertion).iss;
  } catch {
    throw assertionInvalid();
  }
}

async function verified(assertion: string, app: RegisteredApp, now: number): Promise<JWTPayload> {
  for (const certificate of app.certificates) {
    try {
      const { payload } = await jwtVerify(assertion, createPublicKey(certificate), {
        algorithms: ['RS256'],
        currentDate: new Date(now),
        clockTolerance: skewSeconds,
        requiredClaims: ['exp'],
      });
      return payload;
    } catch (error) {
      // Another certificate of the application may have signed it.
      if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw assertionInvalid();
    }
  }
  throw assertionInvalid();
}

function noteUse(app: RegisteredApp, { jti, exp = 0 }: JWTPayload, service: OAuthService): void {
  const { assertionsSeen, clock } = service;
  if (jti === undefined) return;
  for (const [key, until] of assertionsSeen) if (until < clock.now()) assertionsSeen.delete(key);
  const key = `${app.clientId} ${jti}`;
  if (assertionsSeen.has(key)) throw assertionInvalid();
  assertionsSeen.set(key, (exp + skewSeconds) * 1_000);
}
