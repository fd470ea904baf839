import {
  isServiceError,
  refuseOptions,
  ServiceError,
  type Answer,
  type ErrorDescription,
  type RefuseOption,
} from '@x/http-core';

/**
 * The error of everything in this package. `code` is the service's own word where it has one: `bad_request`,
 * `unauthorized`, `payment_required`, `forbidden`, `not_found`, `conflict`, `unsupported_media_type`, `locked`.
 *
 * @example
 * ```ts
 * import { isServiceError, type Smooch } from '@x/smooch';
 *
 * export async function knows(smooch: Smooch, userId: string): Promise<boolean> {
 *   try {
 *     await smooch.precreateUser(userId);
 *     return false;
 *   } catch (error) {
 *     if (isServiceError(error) && error.code === 'conflict') return true;
 *     throw error;
 *   }
 * }
 * ```
 */
export class SmoochError extends ServiceError {
  override name = 'SmoochError';
  /** What the service says of the failure: its `description` in v1 and v1.1; in v2 its titles, as one text. */
  declare readonly description?: string;
}

/** Refuses an option of the client. */
export const refuseOption: RefuseOption = (option, expected) =>
  refuseOptions('smooch', SmoochError)(option, expected);

/** Refuses an argument of a call. */
export const refuseArgument: RefuseOption = (argument, expected) => {
  throw new SmoochError(`smooch: ${argument} must be ${expected}`, {
    service: 'smooch',
    kind: 'usage',
    code: 'INVALID_REQUEST',
  });
};

/** Refuses what came from the service and is not what it documents. */
export function notAsDocumented(code: string, message: string): never {
  throw new SmoochError(`smooch: ${message}`, { service: 'smooch', kind: 'protocol', code });
}

/** Whether the service, or this package, has refused something with a code. */
export function hasCode(error: unknown, code: string): boolean {
  return isServiceError(error) && error.code === code;
}

/** An error in the service's words: with a description in v1 and v1.1, with a title in v2. */
interface Told {
  readonly code?: unknown;
  readonly description?: unknown;
  readonly title?: unknown;
}

const advice: Readonly<Record<number, string>> = {
  401: 'check the key id and its secret, or the token, and that the key still exists',
  403: 'check the scope of the key, and the appId',
};

/** What is told of a failure. All of it becomes part of the error. */
interface Description extends ErrorDescription {
  readonly description: string | undefined;
}

/** Reads what the service says about a failure: one error in v1 and v1.1, a list in v2. Whatever else answers says neither. */
export function describe({ status, data }: Answer): Description {
  const { error, errors } = Object(data) as { readonly error?: Told; readonly errors?: readonly Told[] };
  const told = Array.isArray(errors) ? errors : [error];
  const code = told.map((each) => each?.code).find(isText);
  const words = told.map((each) => each?.description ?? each?.title).filter(isText);
  const declined = code !== undefined || words.length > 0 ? 'refused' : 'http';
  return {
    // 401, 429 and 5xx are what the core makes of them.
    kind: /^4(?!01|29)/.test(`${status}`) ? declined : undefined,
    code,
    message: [...words, advice[status]].filter(isText).join('; '),
    description: words.join('; ') || undefined,
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
