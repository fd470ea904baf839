/** A refusal in the words of the service: `{"ok":false,"error":code}` with HTTP 200, as nearly all of its refusals are. */
export class SlackError extends Error {
  readonly code: string;
  /** What the answer says besides, such as `needed` and `provided`. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, details: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = 'SlackError';
    this.code = code;
    this.details = details;
  }
}

/** A refusal by the layer that reads requests, which knows no caller yet and sends fewer headers. */
export class UnreadableRequest extends SlackError {}

/** Too many calls; the only refusal that has a status of its own. */
export class RateLimited extends SlackError {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super('ratelimited');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export function missingScope(needed: string, provided: readonly string[]): SlackError {
  return new SlackError('missing_scope', { needed, provided: provided.join(',') });
}

export function missingArgument(name: string): SlackError {
  return new SlackError('missing_argument', {
    response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
  });
}
