import { ServiceError, type ServiceErrorClass } from './errors.js';

/** What may stand in a path as a value. */
export type PathValue = string | number | bigint;

/**
 * Writes a path with values in it: each value is percent-encoded and stays one segment. An empty value and the segments
 * `.` and `..`, which a URL would resolve away, are refused.
 *
 * @throws `usage` / `INVALID_REQUEST` for a value that cannot be a segment.
 * @example
 * ```ts
 * import { path } from '@x/http-core';
 *
 * const userId = 'steve@channel5.com/1';
 * export const address: string = path`/v1.1/appusers/${userId}/messages`; // …/steve%40channel5.com%2F1/messages
 * ```
 */
export function path(strings: TemplateStringsArray, ...values: readonly PathValue[]): string {
  return String.raw({ raw: strings }, ...values.map((value) => segment(value)));
}

/**
 * Gives a client a {@link path} of its own, whose errors are the client's.
 *
 * @example
 * ```ts
 * import { createPath, ServiceError } from '@x/http-core';
 *
 * const path = createPath('example', ServiceError);
 * export const user = (id: string): string => path`/users/${id}`;
 * ```
 */
export function createPath(service: string, ErrorClass: ServiceErrorClass): typeof path {
  return (strings, ...values) =>
    String.raw({ raw: strings }, ...values.map((value) => segment(value, service, ErrorClass)));
}

/**
 * One percent-encoded segment of a path.
 *
 * @throws `usage` / `INVALID_REQUEST` for an empty value, `.` and `..`, and for a text with half a surrogate pair.
 * @example
 * ```ts
 * import { segment } from '@x/http-core';
 *
 * export const encoded: string = segment('a/b'); // a%2Fb
 * ```
 */
export function segment(
  value: PathValue,
  service = 'http-core',
  ErrorClass: ServiceErrorClass = ServiceError,
): string {
  const text = String(value);
  if (/^\.{0,2}$|\p{Surrogate}/u.test(text)) {
    throw new ErrorClass(`${service}: ${JSON.stringify(text)} cannot be a part of a path`, {
      service,
      kind: 'usage',
      code: 'INVALID_REQUEST',
    });
  }
  return encodeURIComponent(text);
}
