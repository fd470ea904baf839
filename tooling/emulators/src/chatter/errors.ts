/** What the service answers when it declines: a status, and a JSON array with one or more errors. */
export class ChatterError extends Error {
  readonly status: number;
  readonly body: readonly Readonly<Record<string, string>>[];

  constructor(status: number, body: readonly Readonly<Record<string, string>>[]) {
    super(`HTTP ${status}`);
    this.name = 'ChatterError';
    this.status = status;
    this.body = body;
  }
}

/** An error of the Chatter resources. Their keys are sorted, as in all their answers. */
function connectError(status: number, errorCode: string, message: string): ChatterError {
  return new ChatterError(status, [{ errorCode, message }]);
}

/** An error of the platform below them, which names the message first. */
function platformError(status: number, errorCode: string, message: string): ChatterError {
  return new ChatterError(status, [{ message, errorCode }]);
}

export const sessionInvalid = (): ChatterError =>
  platformError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');

/** For an `Authorization` header that cannot be read. A new token would not help. */
export const authHeaderInvalid = (): ChatterError =>
  platformError(401, 'INVALID_AUTH_HEADER', 'INVALID_HEADER_TYPE');

/** Another 401 that a new token of the same kind does not help. Its code is the same as that of an expired session. */
export const sessionRefused = (message: string): ChatterError =>
  platformError(401, 'INVALID_SESSION_ID', message);

export const dailyLimitExceeded = (): ChatterError =>
  platformError(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');

export const hourlyLimitExceeded = (): ChatterError =>
  connectError(
    503,
    'REQUEST_LIMIT_EXCEEDED',
    "You have reached the Connect API's hourly request limit for this user and application. Please try again later.",
  );

export const notFound = (): ChatterError =>
  connectError(404, 'NOT_FOUND', 'The requested resource does not exist');

export const methodNotAllowed = (method: string): ChatterError =>
  connectError(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${method}' not allowed.`);

/** The status is documented; code and text of this answer are not, so a client had better look at the status alone. */
export const versionRetired = (version: number): ChatterError =>
  connectError(410, 'UNSUPPORTED_API_VERSION', `API version ${version}.0 has been retired.`);

export const invalidId = (id: string): ChatterError =>
  connectError(400, 'INVALID_ID_FIELD', `Invalid identifier: ${id}`);

export const noAccess = (): ChatterError =>
  connectError(
    403,
    'INSUFFICIENT_ACCESS',
    'You do not have access to the resource you requested, or the resource is not available.',
  );

/** For joining a group of a kind that is not joined in this way. */
export const insufficientAccess = (message: string): ChatterError =>
  connectError(403, 'INSUFFICIENT_ACCESS_OR_READONLY', message);

/** The status is documented; the code is what the platform has for it. */
export const alreadyDecided = (message: string): ChatterError =>
  connectError(409, 'STATE_TRANSITION_NOT_ALLOWED', message);

export const ownerStays = (): ChatterError =>
  connectError(
    400,
    'CANNOT_DELETE_OWNER',
    'The owner cannot leave the group. Make somebody else the owner first.',
  );

export const tooManyRecipients = (limit: number): ChatterError =>
  connectError(400, 'TOO_MANY_RECIPIENTS', `A message can have at most ${limit} recipients.`);

export const noRecipients = (): ChatterError =>
  connectError(400, 'NO_RECIPIENTS', 'A message needs recipients, or a message that it is a reply to.');

/** For what the service can do and this emulator cannot: it behaves as if an administrator had switched it off. */
export const switchedOff = (feature: string): ChatterError =>
  connectError(403, 'FUNCTIONALITY_NOT_ENABLED', `This feature is not currently enabled: ${feature}`);

/** Status and limit are documented, code and text are not. */
export const uriTooLong = (limit: number): ChatterError =>
  connectError(414, 'URI_TOO_LONG', `The URI is longer than ${limit} bytes.`);

export const headersTooLarge = (limit: number): ChatterError =>
  connectError(431, 'REQUEST_HEADER_FIELDS_TOO_LARGE', `URI and headers are larger than ${limit} bytes.`);

export const invalidFilter = (message: string): ChatterError =>
  connectError(400, 'INVALID_FILTER_VALUE', message);

export const invalidBatch = (message: string): ChatterError =>
  connectError(400, 'INVALID_BATCH_REQUEST', message);

/** For what stands in a batch after the request that failed. The text is not documented. */
export const batchHalted = (): ChatterError =>
  connectError(412, 'BATCH_PROCESSING_HALTED', 'Batch processing halted per request');

export const missingArgument = (name: string): ChatterError =>
  connectError(400, 'MISSING_ARGUMENT', `The parameter ${name} is required.`);

export const illegalValue = (name: string, value: string): ChatterError =>
  connectError(400, 'ILLEGAL_QUERY_PARAMETER_VALUE', `The value '${value}' is not valid for ${name}.`);

export const outsideRange = (name: string, from: number, to: number): ChatterError =>
  connectError(400, 'NUMBER_OUTSIDE_VALID_RANGE', `The value of ${name} must be between ${from} and ${to}.`);

export const invalidPageToken = (token: string): ChatterError =>
  connectError(400, 'INVALID_PAGING_OPTION', `The page token '${token}' is not valid.`);

export const invalidSort = (sort: string): ChatterError =>
  connectError(400, 'INVALID_SORT_OPTION', `The sort option '${sort}' is not valid for this feed.`);

export const invalidOperation = (message: string): ChatterError =>
  connectError(400, 'INVALID_OPERATION', message);

export const invalidMarkup = (message: string): ChatterError => connectError(400, 'INVALID_MARKUP', message);

export const postTooLong = (limit: number): ChatterError =>
  connectError(400, 'NUMBER_OUTSIDE_VALID_RANGE', `A post can have at most ${limit} characters.`);

export const tooLong = (name: string, limit: number): ChatterError =>
  connectError(400, 'NUMBER_OUTSIDE_VALID_RANGE', `${name} can have at most ${limit} characters.`);

export const tooManyMentions = (limit: number): ChatterError =>
  connectError(400, 'NUMBER_OUTSIDE_VALID_RANGE', `A post can have at most ${limit} mentions.`);

export const tooMany = (name: string, limit: number): ChatterError =>
  connectError(400, 'NUMBER_OUTSIDE_VALID_RANGE', `${name} can have at most ${limit} entries.`);

/** For a thing that would have the name of another. */
export const duplicateValue = (message: string): ChatterError =>
  connectError(400, 'DUPLICATE_VALUE', message);

/** For a thing that has as much as it may have. */
export const limitExceeded = (message: string): ChatterError => connectError(400, 'LIMIT_EXCEEDED', message);

/** For what will be there, but not yet. */
export const notReady = (message: string): ChatterError => connectError(404, 'NOT_FOUND', message);

export const jsonUnreadable = (message = 'The request body is not readable as JSON.'): ChatterError =>
  connectError(400, 'JSON_PARSER_ERROR', message);

export const bodyUnreadable = (message: string): ChatterError =>
  connectError(400, 'POST_BODY_PARSE_ERROR', message);

export const multipartInvalid = (message: string): ChatterError =>
  connectError(400, 'INVALID_MULTIPART_REQUEST', message);

export const mediaTypeUnsupported = (type: string): ChatterError =>
  connectError(415, 'UNSUPPORTED_MEDIA_TYPE', `The content type '${type}' is not supported.`);
