import { createHttp, refuseOptions, type Http } from '@x/http-core';
import { createTokens } from './credential.js';
import { ChatterError, describeAnswer, isSessionExpired, treatMoveAsExpiry } from './errors.js';
import type { ChatterOptions } from './options.js';

/** Salesforce over HTTP: at the instance of the moment, with the token of the moment. */
export function createChatterHttp(options: ChatterOptions): Http {
  const { entityEncoding = 'raw' } = options;
  if (entityEncoding !== 'raw' && entityEncoding !== 'html') {
    refuseOptions('chatter', ChatterError)('entityEncoding', "'raw' or 'html'");
  }
  return createHttp({
    service: 'chatter',
    baseUrl: ({ instanceUrl }) => instanceUrl,
    headers: { 'x-chatter-entity-encoding': String(entityEncoding === 'html') },
    auth: {
      credential: createTokens(options),
      apply(draft, { accessToken }) {
        draft.headers.set('authorization', `Bearer ${accessToken}`);
      },
      rejected: isSessionExpired,
    },
    fetch: options.fetch,
    timeoutMs: options.timeoutMs,
    totalTimeoutMs: options.totalTimeoutMs,
    retries: options.retries,
    maxRetryAfterMs: options.maxRetryAfterMs,
    maxAnswerBytes: options.maxAnswerBytes,
    observe: options.observe,
    clock: options.clock,
    normalize: treatMoveAsExpiry,
    describe: describeAnswer,
    ServiceError: ChatterError,
  });
}
