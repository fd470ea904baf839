import { ServiceError, type Answer, type ErrorDescription } from '@x/http-core';

/**
 * An error of this client. `code` is Salesforce's own word (`NOT_FOUND`, `INVALID_SESSION_ID`, `invalid_grant`, …) or one
 * of `@x/http-core`'s (`TIMEOUT`, `NETWORK`, `INVALID_OPTION`, …).
 */
export class ChatterError extends ServiceError {
  override name = 'ChatterError';
}

/** How Chatter words one error: `[{ "errorCode": "NOT_FOUND", "message": "…" }]`. */
interface ApiError {
  readonly errorCode?: string;
  readonly message?: string;
}

/** How the token endpoint words an error. */
interface OAuthError {
  readonly error?: string;
  readonly error_description?: string;
}

/** How long Chatter's hourly limit may last, in milliseconds; it does not say when the hour began. */
const hourMs = 3_600_000;

/** Reads Salesforce's words out of an answer that is no success. */
export function describeAnswer(answer: Answer): ErrorDescription | undefined {
  const { status, data, url } = answer;
  const api = (Array.isArray(data) ? data[0] : undefined) as ApiError | undefined;
  const oauth = (data ?? {}) as OAuthError;
  const code = api?.errorCode ?? oauth.error;
  const message = api?.message ?? oauth.error_description;
  if (status === 410) {
    const [, version] = /\/v(\d+\.\d)\//.exec(url) ?? [];
    if (version !== undefined && Number(version) < 31) {
      return { code, message: `version ${version} is retired; 31.0 and newer answer` };
    }
  }
  if (code === 'REQUEST_LIMIT_EXCEEDED') {
    // 503 is Chatter's limit of the hour: waiting helps, trying again at once makes it worse. 403 is that of the day.
    return status === 403
      ? { kind: 'rate-limit', code, message }
      : { kind: 'rate-limit', code, message, retryable: true, retryAfterMs: hourMs };
  }
  if (oauth.error === 'rate_limit_exceeded') return { kind: 'rate-limit', code, message };
  if (oauth.error !== undefined) {
    // Another process is refreshing with this very token: its result can be had in a moment.
    const busy = /already being processed/.test(message ?? '');
    return { kind: 'auth', code, message, ...(busy && { retryable: true, retryAfterMs: 1000 }) };
  }
  return code === undefined ? undefined : { code, message };
}

/** Words of a 401 that no refresh can mend. */
const hopeless =
  /Connected app is not attached to Agent|not valid for use with the REST API|INVALID_AUTH_HEADER/;

/** Whether an answer says that the session is over. The identity host says it with 403 and plain text. */
export function isSessionExpired({ status, text }: Answer): boolean {
  return status === 403 ? text.startsWith('Bad_OAuth_Token') : status === 401 && !hopeless.test(text);
}

/**
 * A host that sends its callers to another one has lost the org to it: that counts as an expired session, for the next
 * token answer tells the new instance. Nothing is sent to where the redirect leads.
 */
export function treatMoveAsExpiry(answer: Answer): Answer {
  const location = answer.headers.get('location') ?? '';
  if (answer.status < 300 || answer.status > 399 || !URL.canParse(location)) return answer;
  const moved = new URL(location).origin !== new URL(answer.url).origin;
  return moved ? { ...answer, status: 401, data: [{ errorCode: 'INSTANCE_MOVED' }] } : answer;
}
