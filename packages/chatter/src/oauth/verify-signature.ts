import { checkText } from '@x/http-core';
import { refuseOption } from '../errors.js';
import type { TokenAnswer } from '../tokens.js';
import { fromBase64 } from './base64.js';

/**
 * Whether a token answer was made by Salesforce for this app: its `signature` is over the identity URL and the time, with
 * the client secret. `false` for an answer without one, or with one that cannot be read.
 *
 * @throws `usage` / `INVALID_OPTION` for an empty client secret.
 * @example
 * ```ts
 * import type { ChatterTokens } from '@x/chatter';
 * import { verifySignature } from '@x/chatter/oauth';
 *
 * export const isGenuine = async ({ answer }: ChatterTokens): Promise<boolean> =>
 *   answer !== undefined && verifySignature(answer, '…');
 * ```
 */
export async function verifySignature(answer: TokenAnswer, clientSecret: string): Promise<boolean> {
  const { signature = '', id = '', issued_at: issuedAt = '' } = answer;
  checkText(refuseOption, 'clientSecret', clientSecret);
  const bytes = fromBase64(signature);
  if (!bytes) return false;
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', encoder.encode(clientSecret), algorithm, false, [
    'verify',
  ]);
  return crypto.subtle.verify(algorithm, key, bytes, encoder.encode(id + issuedAt));
}
