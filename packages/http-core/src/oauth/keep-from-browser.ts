import { checkText, isBrowser, type RefuseOption } from '../options.js';

/** Whether somebody has said that a page may hold secrets. */
export interface BrowserSecrets {
  /** A secret in a web page is none: it is refused there unless this is set. */
  readonly allowBrowserSecrets?: boolean | undefined;
}

/**
 * Refuses in a web page what everybody who opens it could read, and everywhere what is no text.
 *
 * @example
 * ```ts
 * import { refuseOptions, type RefuseOption } from '@x/http-core';
 * import { keepFromBrowser } from '@x/http-core/oauth';
 *
 * const refuse: RefuseOption = refuseOptions('example');
 * export const check = (clientSecret: string): void => keepFromBrowser(refuse, {}, 'clientSecret', clientSecret);
 * ```
 */
export function keepFromBrowser(
  refuse: RefuseOption,
  { allowBrowserSecrets }: BrowserSecrets,
  name: string,
  secret: unknown,
): void {
  checkText(refuse, name, secret);
  if (!allowBrowserSecrets && isBrowser()) {
    refuse(name, 'left out in a browser (see allowBrowserSecrets)');
  }
}
