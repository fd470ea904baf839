import {
  isBrowser,
  refuseOptions,
  ServiceError,
  type Answer,
  type ErrorDescription,
  type RefuseOption,
  type ServiceErrorFacts,
} from '@x/http-core';

/**
 * An error of this client. `code` is Salesforce's own word (`NOT_FOUND`, `INVALID_SESSION_ID`, `invalid_grant`, …) or one
 * of `@x/http-core`'s (`TIMEOUT`, `NETWORK`, `INVALID_OPTION`, …).
 */
export class ChatterError extends ServiceError {
  override name = 'ChatterError';

  constructor(message: string, facts: ServiceErrorFacts) {
    // A page whose origin is not listed is told of nothing but a failure.
    const hint =
      facts.kind === 'network' && isBrowser()
        ? '; does Setup → CORS list this page? (Tokens need "Enable CORS for OAuth endpoints" and a My Domain)'
        : '';
    super(message + hint, facts);
  }
}

/** Refuses an option of this client. */
export const refuseOption: RefuseOption = (option, expected) =>
  refuseOptions('chatter', ChatterError)(option, expected);

/** How Salesforce words an error: Chatter in a list, `[{ "errorCode": "NOT_FOUND", "message": "…" }]`; OAuth by itself. */
interface Words {
  readonly errorCode?: string;
  readonly message?: string;
  readonly error?: string;
  readonly error_description?: string;
}

/** In place of 420, by which the edge says that it knows no way to the org: a failure of the edge like any other. */
const edgeStatus = 530;

/** How often a call is sent in all while the edge knows no way to the org. */
const edgeAttempts = 3;

/**
 * Reads Salesforce's words out of an answer that is no success.
 *
 * @param attempt Counts from 1.
 * @param reachLimit Notes that Chatter's limit of the hour is reached, and gives how long that may last.
 */
export function describeAnswer(
  answer: Answer,
  attempt = 1,
  reachLimit?: (answer: Answer) => number,
): ErrorDescription {
  const { status, data, text } = answer;
  const words = ((Array.isArray(data) ? data[0] : data) ?? {}) as Words;
  const { errorCode, message, error, error_description: description } = words;
  // The identity service answers with a bare word.
  const code = errorCode ?? error ?? /^\w+_\w+$/.exec(text)?.[0];
  const limited = /^(request|rate)_limit_exceeded$/i.test(`${code}`);
  const expired = status === 401 || error !== undefined || isSessionExpired(answer);
  return {
    kind: limited ? 'rate-limit' : expired ? 'auth' : code && status < 500 ? 'refused' : undefined,
    code,
    message:
      status === 410
        ? 'this resource or version is retired; 31.0 and newer answer'
        : (message ?? description),
    // Chatter's limit of the hour, which will be over. With 403 it is that of the day, which frees slowly.
    ...(limited && status === 503 && { retryable: true, retryAfterMs: reachLimit?.(answer) }),
    ...(status === edgeStatus && attempt >= edgeAttempts && { retryable: false }),
  };
}

/**
 * Whether an answer says that the session is over. Of the 401s only those in Salesforce's own words, or in none (HEAD has
 * no body): the others mean what no refresh can mend. The identity service says it with 403 and plain text.
 */
export function isSessionExpired({ status, text }: Answer): boolean {
  return (
    // A good answer may be long, and joining copies it.
    status > 400 &&
    /^(401($|.*INVALID_SESSION_ID)|403Bad_OAuth_Token)/s.test(status + text) &&
    !/not (attached to Agent|valid for use with the REST API)/.test(text)
  );
}

/**
 * What HTTP has other words for. A host that sends its callers to another one has lost the org to it: that counts as an
 * expired session, for the next token answer tells the new instance. Nothing is sent to where the redirect leads.
 */
export function normalizeAnswer(answer: Answer): Answer {
  const { status, headers, url } = answer;
  if (status === 420) return { ...answer, status: edgeStatus };
  const location = headers.get('location') ?? '';
  const leads = status > 299 && status < 400 && /^https?:/i.test(location);
  if (!leads || location.startsWith(new URL(url).origin)) return answer;
  const message = 'the org has moved; no token answer named a host that may be used (allowedInstanceHosts)';
  return { ...answer, status: 401, text: '', data: [{ errorCode: 'INSTANCE_MOVED', message }] };
}
