import { createHttp, type Http, type Observe } from '@x/http-core';
import { createTokens } from './credential.js';
import { ChatterError, describeAnswer, isSessionExpired, normalizeAnswer, refuseOption } from './errors.js';
import { createHourlyLimit } from './limits.js';
import type { ChatterOptions } from './options.js';

/** Salesforce over HTTP: at the instance of the moment, with the token of the moment. */
export function createChatterHttp(options: ChatterOptions): Http {
  const { entityEncoding = 'raw', observe } = options;
  if (entityEncoding !== 'raw' && entityEncoding !== 'html') {
    refuseOption('entityEncoding', "'raw' or 'html'");
  }
  const hourlyLimit = createHourlyLimit(options);
  return createHttp({
    ...options,
    service: 'chatter',
    baseUrl: ({ instanceUrl }) => instanceUrl,
    headers: { 'x-chatter-entity-encoding': String(entityEncoding === 'html') },
    auth: {
      credential: createTokens(options),
      apply({ method, url, headers }, { accessToken }) {
        hourlyLimit.check(method, url.pathname);
        headers.set('authorization', `Bearer ${accessToken}`);
      },
      rejected: isSessionExpired,
    },
    normalize(answer) {
      tellLimits(answer.headers, observe);
      return normalizeAnswer(answer);
    },
    describe: (answer, attempt) => describeAnswer(answer, attempt, hourlyLimit.reach),
    ServiceError: ChatterError,
  });
}

/** Tells of the org's allocation for 24 hours, which stands in every answer. */
function tellLimits(headers: Headers, observe: Observe | undefined): void {
  // `api-usage=14/15000`, before anything else that may stand there.
  const [used, allowed] = headers.get('sforce-limit-info')?.match(/\d+/g) ?? [];
  try {
    if (used) observe?.({ type: 'limits', used: Number(used), allowed: Number(allowed) });
  } catch {
    // Who only watches cannot break a call.
  }
}
