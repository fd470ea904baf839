import type { Clock } from '@x/http-core';
import type { Connection } from './connection.js';
import { loadPart } from './load-part.js';
import type { TimedToken } from './token.js';

/** Signs tokens that a key shows for itself, to be replaced shortly before they expire. */
export function createSigner(
  { key, scope, tokenLifetimeMs }: Connection,
  clock: Clock,
): () => Promise<TimedToken> {
  const marginMs = Math.min(60_000, tokenLifetimeMs / 10);
  let expiresAt = 0;
  return async () => {
    // Later than the last one by what a token can tell apart, so that it is another token.
    expiresAt = Math.max(clock.now() + tokenLifetimeMs, expiresAt + 1000);
    // Who shows a key as it is, or a token, never signs.
    const { signToken } = await loadPart(import('./jwt/sign.js'));
    const token = await signToken(key.keyId, key.secret, { scope }, expiresAt);
    return { token, staleAt: expiresAt - marginMs };
  };
}
