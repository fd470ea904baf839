import type { PageElement } from './document.js';

/** What a page of a main site is, as far as a login is concerned. */
export interface LoginPage {
  /** What the form must carry; absent when there is no form. */
  readonly fkey: string | undefined;
  readonly title: string;
  /** What the page says went wrong. */
  readonly notice: string | undefined;
  readonly isCaptcha: boolean;
  /** It offers to make an account, as there is none on this site. */
  readonly accountMissing: boolean;
  readonly isReadOnly: boolean;
}

/** Reads a page that a login led to. */
export function parseLogin(page: PageElement): LoginPage {
  // The search box of the header is a form, too.
  const fkey = [...page.findAll('#login-form input[name="fkey"]'), ...page.findAll('input[name="fkey"]')]
    .map((input) => input.attribute('value'))
    .find((value) => value !== undefined && value !== '');
  const title = page.find('title')?.text.trim() ?? '';
  const isForm = page.find('#login-form') !== undefined;
  const notice = ['.js-error-message', '.message-error', '.s-notice__danger']
    .map((selector) => page.find(selector)?.text.trim())
    .find((text) => text !== undefined && text !== '');
  return {
    fkey,
    title,
    notice,
    isCaptcha:
      /human verification/i.test(page.text) || page.find('.g-recaptcha, #nocaptcha-form') !== undefined,
    accountMissing: page.find('form#logout-user') !== undefined,
    isReadOnly:
      !isForm && /read-?only|offline for maintenance/i.test(`${title} ${page.find('h1')?.text ?? ''}`),
  };
}

/** The fkey of a page with one form. */
export function parseFormKey(page: PageElement): string | undefined {
  return page
    .findAll('input[name="fkey"]')
    .map((input) => input.attribute('value'))
    .find((value) => value !== undefined && value !== '');
}
