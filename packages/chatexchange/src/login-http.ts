import type { CallOptions, Fields, RequestOptions } from '@x/http-core';
import type { Page } from './answers.js';
import { asPage, create, parse } from './http.js';
import type { Settings } from './options.js';
import type { PageElement } from './parse/document.js';

/** A page of a site where one logs in, or where it leads instead. */
export interface SitePage {
  readonly page: PageElement;
  /** The address that answered, after redirects. */
  readonly url: string;
  /** Where it leads instead, if that is all it does. */
  readonly location: string | undefined;
}

/** The site where one logs in. */
export interface LoginHttp {
  get(path: string, call?: CallOptions): Promise<SitePage>;
  post(path: string, form: Fields, call?: CallOptions): Promise<SitePage>;
}

/** The site where one logs in, without an account. */
export function createLoginHttp(settings: Settings, baseUrl: string): LoginHttp {
  const http = create(settings, baseUrl, { read: 'readLoginPage' });
  async function send(method: string, path: string, call: RequestOptions): Promise<SitePage> {
    const { html, ...page } = await http.json<Page>(method, path, { ...call, headers: asPage });
    return { ...page, page: await parse(html) };
  }
  return {
    get: (path, call = {}) => send('GET', path, call),
    // A login is not tried twice: too many of them end in a CAPTCHA.
    post: (path, form, call) => send('POST', path, { ...call, form, retries: 0 }),
  };
}
