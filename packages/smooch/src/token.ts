import { createCredential, type Clock, type Credential } from '@x/http-core';
import type { Connection } from './connection.js';
import { loadPart } from './load-part.js';

/** A token that the key signs for itself, kept until shortly before it expires. */
export function createServiceToken(
  { key, scope, tokenLifetimeMs }: Connection,
  clock: Clock,
): Credential<string> {
  const marginMs = Math.min(60_000, tokenLifetimeMs / 10);
  let expiresAt = 0;
  return createCredential({
    clock,
    isStale: () => clock.now() >= expiresAt - marginMs,
    async load() {
      // Later than the last one by what a token can tell apart, so that it is another token.
      expiresAt = Math.max(clock.now() + tokenLifetimeMs, expiresAt + 1000);
      // Who shows a key as it is, or a token, never signs.
      const { signToken } = await loadPart(import('./jwt/sign.js'));
      return signToken(key.keyId, key.secret, { scope }, expiresAt);
    },
  });
}
