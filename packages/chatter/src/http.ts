import { createHttp, refuseOptions, type Http } from '@x/http-core';
import { createTokens } from './credential.js';
import { ChatterError, describeAnswer, isSessionExpired, treatMoveAsExpiry } from './errors.js';
import { transportOf, type ChatterOptions } from './options.js';

/** Salesforce over HTTP: at the instance of the moment, with the token of the moment. */
export function createChatterHttp(options: ChatterOptions): Http {
  const { entityEncoding = 'raw' } = options;
  if (entityEncoding !== 'raw' && entityEncoding !== 'html') {
    refuseOptions('chatter', ChatterError)('entityEncoding', "'raw' or 'html'");
  }
  return createHttp({
    ...transportOf(options),
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
    normalize: treatMoveAsExpiry,
    describe: describeAnswer,
    ServiceError: ChatterError,
  });
}
