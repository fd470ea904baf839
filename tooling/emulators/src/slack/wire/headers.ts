/** What the service sends with every answer of the API. */
const standingHeaders = {
  'content-type': 'application/json; charset=utf-8',
  'referrer-policy': 'no-referrer',
  'x-slack-backend': 'r',
  'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
  expires: 'Mon, 26 Jul 1997 05:00:00 GMT',
  'cache-control': 'private, no-cache, no-store, must-revalidate',
  pragma: 'no-cache',
  'x-xss-protection': '0',
  'x-content-type-options': 'nosniff',
  vary: 'Accept-Encoding',
};

const anyOrigin = { 'access-control-allow-origin': '*' };

/**
 * What a page of another origin may do. `Authorization` is not among the headers, so a page must send its token in the body, by
 * a request that needs no leave.
 */
export const corsHeaders = {
  ...anyOrigin,
  'access-control-allow-headers':
    'slack-route, x-slack-version-ts, x-b3-traceid, x-b3-spanid, x-b3-parentspanid, x-b3-sampled, x-b3-flags',
  'access-control-expose-headers': 'x-slack-req-id, retry-after',
};

/** Comes with answers to callers who are not known by a token. */
const forNobody = { 'x-robots-tag': 'noindex,nofollow' };

export interface AnswerHeaders {
  readonly requestId: string;
  /** False for an answer by the layer that only reads requests. */
  readonly reachedApi: boolean;
  /** Those of the caller's token; undefined without a good one. */
  readonly scopes: readonly string[] | undefined;
  readonly acceptedScopes: readonly string[] | undefined;
  readonly extra?: Readonly<Record<string, string>>;
}

/** The headers of one answer. */
export function answerHeaders(about: AnswerHeaders): Record<string, string> {
  return {
    ...standingHeaders,
    ...(about.reachedApi ? corsHeaders : anyOrigin),
    'x-slack-req-id': about.requestId,
    'x-slack-unique-id': about.requestId.slice(0, 24),
    ...(about.scopes === undefined ? forNobody : { 'x-oauth-scopes': about.scopes.join(',') }),
    ...(about.acceptedScopes === undefined
      ? {}
      : { 'x-accepted-oauth-scopes': about.acceptedScopes.join(',') }),
    ...about.extra,
  };
}
