import { ServiceError, type ServiceErrorClass } from './errors.js';
import { tryTo } from './try-to.js';

/** Refuses an option: throws a `usage` error with code `INVALID_OPTION`. */
export type RefuseOption = (option: string, expected: string) => never;

/**
 * Gives a client its way to refuse options that cannot work. The value itself is never named: it may be a secret.
 *
 * @example
 * ```ts
 * import { refuseOptions, type RefuseOption } from '@x/http-core';
 *
 * const refuse: RefuseOption = refuseOptions('chatter');
 * export const version = (value: string): string => (/^\d+\.0$/.test(value) ? value : refuse('version', 'like "66.0"'));
 * ```
 */
export function refuseOptions(service: string, ErrorClass: ServiceErrorClass = ServiceError): RefuseOption {
  return (option, expected) => {
    throw new ErrorClass(`${service}: ${option} must be ${expected}`, {
      service,
      kind: 'usage',
      code: 'INVALID_OPTION',
    });
  };
}

/**
 * A text that is not blank.
 *
 * @example
 * ```ts
 * import { checkText, refuseOptions, type RefuseOption } from '@x/http-core';
 *
 * const refuse: RefuseOption = refuseOptions('example');
 * export const token = (value: unknown): string => checkText(refuse, 'token', value);
 * ```
 */
export function checkText(refuse: RefuseOption, option: string, value: unknown): string {
  return typeof value === 'string' && value.trim() ? value : refuse(option, 'a text, not empty');
}

/**
 * A whole number of milliseconds, times or bytes, in the range of a timer: above it, timers of JavaScript fire at once.
 *
 * @example
 * ```ts
 * import { checkNumber, refuseOptions, type RefuseOption } from '@x/http-core';
 *
 * const refuse: RefuseOption = refuseOptions('example');
 * export const pageSize = (value: unknown): number => checkNumber(refuse, 'pageSize', value, 1);
 * ```
 */
export function checkNumber(refuse: RefuseOption, option: string, value: unknown, least = 0): number {
  // No other value survives being made an integer of 32 bits.
  return ((value as number) | 0) === value && value >= least
    ? value
    : refuse(option, `a whole number from ${least} to 2147483647`);
}

/**
 * The root of a service, without a slash at its end. Credentials travel to it, so it must be https; plain http is taken
 * for this machine only.
 *
 * @example
 * ```ts
 * import { checkBaseUrl, refuseOptions, type RefuseOption } from '@x/http-core';
 *
 * const refuse: RefuseOption = refuseOptions('example');
 * export const root = (value: unknown): string => checkBaseUrl(refuse, 'baseUrl', value);
 * ```
 */
export function checkBaseUrl(refuse: RefuseOption, option: string, value: unknown): string {
  const href = tryTo(() => new URL(value as string).href) ?? '';
  return /^(https:|http:..(localhost|127[\d.]+|\[::1])[:/])[^?#@]*$/.test(href)
    ? href.replace(/\/+$/, '')
    : refuse(option, 'an https URL (http for localhost), no user, no query');
}

/**
 * Whether this runs in a web page or one of its workers, where every user can read what the program knows.
 *
 * @example
 * ```ts
 * import { isBrowser } from '@x/http-core';
 *
 * if (isBrowser()) throw new Error('a secret does not belong here');
 * ```
 */
export function isBrowser(): boolean {
  return 'document' in globalThis || 'importScripts' in globalThis;
}
