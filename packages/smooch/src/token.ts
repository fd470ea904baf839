import { createCredential, type Clock, type Credential } from '@x/http-core';
import { signToken } from './jwt/sign.js';
import type { Settings } from './options.js';

/** A token that the key signs for itself, kept until shortly before it expires. */
export function createServiceToken(
  { key, scope, tokenLifetimeMs }: Settings,
  clock: Clock,
): Credential<string> {
  const marginMs = Math.min(60_000, tokenLifetimeMs / 10);
  let expiresAt = 0;
  return createCredential({
    clock,
    isStale: () => clock.now() >= expiresAt - marginMs,
    load() {
      // Later than the last one by what a token can tell apart, so that it is another token.
      expiresAt = Math.max(clock.now() + tokenLifetimeMs, expiresAt + 1000);
      return signToken(key.keyId, key.secret, { scope }, expiresAt);
    },
  });
}
