/**
 * A refusal in the words of the service: `{"error":{"code","description"}}` or, in v2, `{"errors":[{"code","title"}]}` under an
 * HTTP status.
 */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What v2 says in its place, where it says something else. */
  readonly inV2: Words | undefined;

  constructor(
    status: number,
    code: string,
    description: string,
    headers: Readonly<Record<string, string>> = {},
    inV2?: Words,
  ) {
    super(description);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.inV2 = inV2;
  }
}

export interface Words {
  readonly code: string;
  readonly title: string;
}

/** What can be missing, and how v2 puts it. Without an entry it is a resource. */
const missingInV2: Readonly<Record<string, Words>> = {
  App: { code: 'app_not_found', title: 'App not found' },
  'App user': { code: 'user_not_found', title: 'User not found' },
  Conversation: { code: 'conversation_not_found', title: 'Conversation not found' },
  Integration: { code: 'integration_not_found', title: 'Integration not found' },
  Client: { code: 'client_not_found', title: 'Client not found' },
  Device: { code: 'device_not_found', title: 'Device not found' },
  Switchboard: { code: 'switchboard_not_found', title: 'Switchboard not found' },
  SwitchboardIntegration: {
    code: 'switchboard_integration_not_found',
    title: 'SwitchboardIntegration not found',
  },
  Attachment: { code: 'not_found', title: 'Attachment not found' },
};

export function badRequest(description: string): ApiError {
  return new ApiError(400, 'bad_request', description);
}

/** No credentials at all, or none of a kind that this version knows. */
export function authorizationRequired(): ApiError {
  return unauthorized('Authorization is required');
}

/** Credentials that do not hold: unknown or deleted key, wrong secret or signature, expired token. */
export function invalidCredentials(): ApiError {
  return unauthorized('Provided credentials were invalid');
}

export function missingKeyId(): ApiError {
  return unauthorized('Invalid JWT header. Missing key id (kid)');
}

export function forbidden(): ApiError {
  return new ApiError(403, 'forbidden', 'Forbidden');
}

/** `what` is called as v1.1 calls it. */
export function notFound(what = 'Resource'): ApiError {
  const inV2 = missingInV2[what] ?? { code: 'not_found', title: 'Resource not found' };
  return new ApiError(404, 'not_found', `${what} not found`, {}, inV2);
}

/** Refused by the plan of the account. */
export function paymentRequired(description: string): ApiError {
  return new ApiError(402, 'payment_required', description);
}

export function conflict(description: string): ApiError {
  return new ApiError(409, 'conflict', description);
}

// The codes of 413 and 429 are documented nowhere; they follow the pattern of the others.
export function entityTooLarge(): ApiError {
  return new ApiError(413, 'request_entity_too_large', 'request entity too large');
}

export function tooManyRequests(retryAfterSeconds: number): ApiError {
  return new ApiError(429, 'too_many_requests', 'Too many requests', {
    'retry-after': String(retryAfterSeconds),
  });
}

export type MediaRefusal =
  | 'File extension not allowed'
  | 'File type could not be retrieved'
  | 'File type not allowed';

export function unsupportedMediaType(reason: MediaRefusal): ApiError {
  return new ApiError(415, 'unsupported_media_type', `File rejected. ${reason}`);
}

export function conversationFull(limit: number): ApiError {
  return new ApiError(423, 'locked', `Message limit of ${limit} per conversation reached.`);
}

function unauthorized(description: string): ApiError {
  return new ApiError(401, 'unauthorized', description);
}
