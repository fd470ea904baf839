import {
  refuseOptions,
  ServiceError,
  type Answer,
  type ErrorDescription,
  type ErrorKind,
  type RefuseOption,
  type ServiceErrorFacts,
} from '@x/http-core';

/**
 * The error of everything in this package. `code` is Slack's own word where it has one: `channel_not_found`,
 * `invalid_auth`, `missing_scope`, `ratelimited`, …; for a message that RTM refused it is the number that RTM gives, as a text.
 *
 * @example
 * ```ts
 * import { isServiceError, type SlackWeb } from '@x/slack-rtm';
 *
 * export async function join(web: SlackWeb, channel: string): Promise<boolean> {
 *   try {
 *     await web.conversations.join({ channel });
 *     return true;
 *   } catch (error) {
 *     if (isServiceError(error) && error.code === 'is_archived') return false;
 *     throw error;
 *   }
 * }
 * ```
 */
export class SlackError extends ServiceError {
  override name = 'SlackError';

  /** With `missing_scope`: the scope that the call needs. */
  get needed(): string | undefined {
    return refusalOf(this.details).needed;
  }

  /** With `missing_scope`: the scopes that the token has, joined by commas. */
  get provided(): string | undefined {
    return refusalOf(this.details).provided;
  }
}

/** Makes an error of this package. */
export function slackError(
  kind: ErrorKind,
  code: string,
  message: string,
  facts?: Partial<ServiceErrorFacts>,
): SlackError {
  return new SlackError(`slack: ${message}`, { service: 'slack', kind, code, ...facts });
}

/** Refuses an option of a client. */
export const refuseOption: RefuseOption = (option, expected) =>
  refuseOptions('slack', SlackError)(option, expected);

/** Refuses an argument of a call. */
export const refuseArgument: RefuseOption = (argument, expected) => {
  throw slackError('usage', 'INVALID_REQUEST', `${argument} must be ${expected}`);
};

/** A refusal as Slack words it: with status 200. */
interface Refusal {
  readonly ok?: unknown;
  readonly error?: unknown;
  readonly needed?: string;
  readonly provided?: string;
  readonly response_metadata?: { readonly messages?: unknown };
}

function refusalOf(data: unknown): Refusal {
  return Object(data) as Refusal;
}

/** JSON that is not of Slack's making. */
const unexpected = 'UNEXPECTED_ANSWER';

/** The token itself serves no longer, or never did. Another one may. */
const refusedToken = /^(not_authed|invalid_auth|account_inactive|token_(revoked|expired))$/;

/** The token is known and of no use, and another of its kind will be of none. */
const uselessToken =
  /^(not_allowed_token_type|legacy_custom_bots_deprecated|team_disabled|user_removed_from_team|org_login_required|two_factor_setup_required)$/;

/** It failed within the service; with some of them nobody knows whether it happened. */
const trouble =
  /^(internal_error|fatal_error|service_unavailable|request_timeout|migration_in_progress|team_added_to_org)$/;

/** The workspace is moving between servers, which takes its time. */
const moving = /^(migration_in_progress|team_added_to_org)$/;

/** Makes plain HTTP of Slack's answers, which say nearly everything with status 200. */
export function normalize(answer: Answer): Answer {
  const { status, data } = answer;
  if (status !== 200 || data === undefined) return answer;
  const { ok, error } = refusalOf(data);
  if (ok === true) return answer;
  // Valid JSON, and not of Slack's making: some proxy spoke.
  if (ok !== false || typeof error !== 'string') {
    return { ...answer, status: 502, data: { ok: false, error: unexpected } };
  }
  return { ...answer, status: statusOf(error) };
}

function statusOf(code: string): number {
  if (/^rate_?limited$/.test(code)) return 429;
  if (refusedToken.test(code)) return 401;
  return trouble.test(code) ? 503 : 400;
}

/** Reads Slack's words out of an answer that is no success. */
export function describe({ data, text, headers, url, status }: Answer): ErrorDescription {
  const { error, ok, needed, provided, response_metadata: metadata } = refusalOf(data);
  const requestId = headers.get('x-slack-req-id') ?? undefined;
  if (typeof error !== 'string' || ok !== false) return { requestId };
  if (error === unexpected) {
    return {
      requestId,
      kind: 'protocol',
      code: error,
      message: 'this is not Slack',
      retryable: false,
      details: text,
    };
  }
  const isRtm = /\/rtm\.\w+$/.test(url);
  const said = [metadata?.messages].flat().join('; ');
  const message =
    adviceOn(error, isRtm) ?? (needed === undefined ? said : `needs ${needed}, has ${provided}`);
  return {
    code: redact(error),
    message: redact(message),
    requestId,
    ...(uselessToken.test(error) && { kind: 'auth' }),
    ...(moving.test(error) && { retryAfterMs: 2000 }),
    // Slack allows connecting about once a minute, and does not always say so.
    ...(isRtm && status === 429 && !headers.has('retry-after') && { retryAfterMs: 30_000 }),
  };
}

/** What to do instead, where Slack's word does not tell. */
function adviceOn(code: string, isRtm: boolean): string | undefined {
  switch (code) {
    case 'not_allowed_token_type':
      return isRtm
        ? 'RTM takes tokens of classic apps only; with this one, use Socket Mode'
        : 'this method takes another kind of token';
    case 'legacy_custom_bots_deprecated':
      return 'custom bots have ended; make a Slack app and use Socket Mode';
    case 'method_deprecated':
    case 'deprecated_endpoint':
      return 'the method has ended; see its page at docs.slack.dev for another';
    case 'token_expired':
      return 'give a function as token, which gets a fresh one';
    default:
      return undefined;
  }
}

/** Texts of the service may quote what was sent to it. */
export function redact(text: string): string {
  return text.replaceAll(/\bx(ox\w|app|wfp)[.-][\w.%-]+/g, 'a token');
}
