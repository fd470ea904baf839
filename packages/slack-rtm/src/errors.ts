import {
  refuseOptions,
  retryAfterMs,
  ServiceError,
  type Answer,
  type ErrorDescription,
  type ErrorKind,
  type RefuseOption,
  type ServiceErrorFacts,
} from '@x/http-core';

/** The facts about a failure. Those of Slack's own go the same way as those of every service. */
export interface SlackErrorFacts extends ServiceErrorFacts {
  /** See {@link SlackError.attempts}. */
  readonly attempts?: number | undefined;
  /** See {@link SlackError.ambiguous}. */
  readonly ambiguous?: true | undefined;
}

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
 * @example
 * ```ts
 * import { SlackError, type SlackWeb } from '@x/slack-rtm';
 *
 * export async function create(web: SlackWeb, name: string): Promise<'created' | 'perhaps'> {
 *   try {
 *     await web.conversations.create({ name });
 *     return 'created';
 *   } catch (error) {
 *     if (error instanceof SlackError && error.ambiguous) return 'perhaps';
 *     throw error;
 *   }
 * }
 * ```
 */
export class SlackError extends ServiceError {
  override name = 'SlackError';
  /** How often the call was sent; absent when it was not sent at all. */
  declare readonly attempts?: number;
  /**
   * `true` when Slack may have done what was asked all the same: a call that writes was sent, and nobody knows what became of it.
   * Look before doing it again. Absent otherwise.
   */
  declare readonly ambiguous?: true;

  /** With `missing_scope`: the scope that the call needs. */
  get needed(): string | undefined {
    return refusalOf(this.details).needed;
  }

  /** With `missing_scope`: the scopes that the token has, joined by commas. */
  get provided(): string | undefined {
    return refusalOf(this.details).provided;
  }

  /** What Slack says of the refusal in sentences: which argument is missing, what a block lacks. */
  get messages(): readonly string[] {
    return textsOf(refusalOf(this.details).response_metadata?.messages);
  }

  /** What Slack warns of besides, by its words for it. */
  get warnings(): readonly string[] {
    return textsOf(refusalOf(this.details).response_metadata?.warnings);
  }
}

/** Makes an error of this package. */
export function slackError(
  kind: ErrorKind,
  code: string,
  message: string,
  facts?: Partial<SlackErrorFacts>,
): SlackError {
  const all: SlackErrorFacts = { service: 'slack', kind, code, ...facts };
  return new SlackError(`slack: ${message}`, all);
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
  readonly response_metadata?: { readonly messages?: unknown; readonly warnings?: unknown } | null;
}

function textsOf(value: unknown): readonly string[] {
  return [value].flat().filter((text) => typeof text === 'string');
}

function refusalOf(data: unknown): Refusal {
  return Object(data) as Refusal;
}

/** JSON that is not of Slack's making. */
const unexpected = 'UNEXPECTED_ANSWER';

/** The token itself serves no longer, or never did. Another one may. */
const refusedToken = /^(not_authed|invalid_auth|token_(revoked|expired))$/;

/** The token is known and of no use, and another of its kind will be of none. */
const uselessToken =
  /^(account_inactive|not_allowed_token_type|legacy_custom_bots_deprecated|team_disabled|user_removed_from_team|org_login_required|two_factor_setup_required)$/;

/** It failed within the service; with some of them nobody knows whether it happened. */
const trouble =
  /^(internal_error|fatal_error|service_unavailable|request_timeout|migration_in_progress|team_added_to_org|UNEXPECTED_ANSWER)$/;

/** The workspace is moving between servers, which takes its time. */
const moving = /^(migration_in_progress|team_added_to_org)$/;

/** Makes plain HTTP of Slack's answers, which say nearly everything with status 200. */
export function normalize(answer: Answer): Answer {
  const { status, data } = answer;
  // An empty answer is none.
  if (!status || status > 299 || (data === undefined && answer.text !== '')) return answer;
  const { ok, error } = refusalOf(data);
  if (ok === true) return answer;
  // Valid JSON, and not of Slack's making: some proxy spoke.
  const word = error || flagIn(data);
  const code = ok === false && typeof word === 'string' ? word : unexpected;
  return { ...answer, status: statusOf(code), data: { ...Object(data), ok: false, error: code } };
}

/** A few refusals are told by a field of their own: `{ ok: false, not_in_channel: true }`. */
function flagIn(data: unknown): string | undefined {
  return Object.entries(Object(data) as object).find(([, value]) => value === true)?.[0];
}

function statusOf(code: string): number {
  if (/^rate_?limited$/.test(code)) return 429;
  if (refusedToken.test(code)) return 401;
  return trouble.test(code) ? 503 : 400;
}

/** Reads Slack's words out of an answer that is no success. */
export function describe({ data, text, headers, url, status }: Answer, attempt: number): ErrorDescription {
  const { error, ok, needed, provided, response_metadata: metadata } = refusalOf(data);
  const requestId = headers.get('x-slack-req-id') ?? undefined;
  const method = url.slice(url.lastIndexOf('/') + 1);
  if (typeof error !== 'string' || ok !== false)
    return { requestId, ...pauseAfter(status, headers, method, attempt) };
  if (error === unexpected) {
    return {
      requestId,
      kind: 'protocol',
      code: error,
      message: 'not of Slack',
      retryable: false,
      details: text,
    };
  }
  const said = textsOf(metadata?.messages).join('; ');
  const message = needed === undefined ? said : `needs ${needed}, has ${provided}`;
  return {
    code: redact(error),
    message: redact(message),
    requestId,
    ...(uselessToken.test(error) && { kind: 'auth' }),
    ...(moving.test(error) && { retryAfterMs: 2000 }),
    ...pauseAfter(status, headers, method, attempt),
  };
}

/** How long to wait where Slack says that it was too much, and not for how long. Connecting it allows about once a minute. */
function pauseAfter(status: number, headers: Headers, method: string, attempt: number): ErrorDescription {
  if (status !== 429 || retryAfterMs(headers, 0) !== undefined) return {};
  return { retryAfterMs: method.startsWith('rtm.') ? 30_000 : 1000 * 2 ** (attempt - 1) };
}

/** Texts of the service may quote what was sent to it. */
export function redact(text: string): string {
  return text.replaceAll(/(?<![a-z\d])x(ox\w|app|wfp)[.-][\w.%-]+/gi, 'a token');
}
