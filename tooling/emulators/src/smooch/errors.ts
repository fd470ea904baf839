/** A refusal in the words of the service: `{"error":{"code","description"}}` under an HTTP status. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    description: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(description);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

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

export function notFound(what = 'Resource'): ApiError {
  return new ApiError(404, 'not_found', `${what} not found`);
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
