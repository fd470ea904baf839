import { createHash } from 'node:crypto';
import type { Clock, Random } from '../../frame/index.js';

/** What somebody has approved and an application has not yet fetched. */
export interface Approval {
  readonly clientId: string;
  readonly userId: string;
  readonly scope: string;
  readonly redirectUri: string;
  /** The PKCE challenge, by SHA-256. */
  readonly challenge: string | undefined;
  /** Goes into the id token. */
  readonly nonce: string | undefined;
}

export interface AuthorizationCodes {
  issue(approval: Approval): string;
  /** What a code stands for; undefined when it is unknown, used or older than 15 minutes. */
  find(code: string): Approval | undefined;
  /** From now on the code is used. */
  use(code: string): void;
}

const codeMs = 15 * 60_000;

export function createAuthorizationCodes(clock: Clock, random: Random): AuthorizationCodes {
  const codes = new Map<string, { readonly approval: Approval; readonly expiresAt: number }>();
  return {
    issue(approval) {
      // Ends in characters that a URL has to encode, as codes of the service do.
      const code = `aPrx${random.base62(78)}==`;
      codes.set(code, { approval, expiresAt: clock.now() + codeMs });
      return code;
    },
    find(code) {
      const found = codes.get(code);
      return found !== undefined && clock.now() < found.expiresAt ? found.approval : undefined;
    },
    use(code) {
      codes.delete(code);
    },
  };
}

/** Whether the verifier is the one that the challenge was made of. Without a challenge there is nothing to verify. */
export function verifierMatches(challenge: string | undefined, verifier: string | null): boolean {
  if (challenge === undefined) return true;
  return (
    createHash('sha256')
      .update(verifier ?? '')
      .digest('base64url') === challenge
  );
}
