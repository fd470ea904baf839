import { checkText, createHttp, type Fields, type Http, type TransportOptions } from '@x/http-core';
import { keepFromBrowser, toBase64, type BrowserSecrets } from '@x/http-core/oauth';
import { normalize, refuseOption, SlackError } from '../errors.js';
import { baseUrlOf } from '../options.js';
import { adviseOnRefusal } from './advice.js';

/** Where tokens are asked for. */
export interface OAuthOptions extends TransportOptions {
  /** As of `createSlackWeb`. Default `https://slack.com/api`. */
  readonly baseUrl?: string | undefined;
}

/** In whose name tokens are asked for. */
export interface AppOptions extends OAuthOptions, BrowserSecrets {
  /** Of the app, as its settings show it. */
  readonly clientId: string;
  /** Of the app, unless it does without. */
  readonly clientSecret?: string | undefined;
  /** How the app shows who it is: in the form, as everywhere works, or by HTTP Basic. Default `'form'`. */
  readonly authentication?: 'form' | 'basic' | undefined;
}

/** The methods that need no token, as they give them. */
export function createOAuthHttp(options: OAuthOptions): Http {
  return createHttp({
    ...options,
    service: 'slack',
    baseUrl: baseUrlOf(options),
    // Without it, fetch adds a character set, about which Slack warns in every answer.
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    normalize,
    describe: adviseOnRefusal,
    ServiceError: SlackError,
  });
}

/** Calls a method in the name of an app. A call is never sent twice once it may have arrived: codes and refresh tokens work once. */
export type AppCall = <Answer>(method: string, form: Fields) => Promise<Answer>;

/** Checks who the app is, and gives the way to call methods in its name. */
export function createAppCall(options: AppOptions): AppCall {
  const { clientId, clientSecret, authentication = 'form' } = options;
  checkText(refuseOption, 'clientId', clientId);
  if (clientSecret !== undefined) keepFromBrowser(refuseOption, options, 'clientSecret', clientSecret);
  if (!/^(form|basic)$/.test(authentication)) refuseOption('authentication', "'form' or 'basic'");
  const http = createOAuthHttp(options);
  const basic = toBase64(new TextEncoder().encode(`${clientId}:${clientSecret ?? ''}`));
  return async (method, form) =>
    authentication === 'basic'
      ? http.json('POST', `/${method}`, { form, headers: { authorization: `Basic ${basic}` } })
      : http.json('POST', `/${method}`, {
          form: { ...form, client_id: clientId, client_secret: clientSecret },
        });
}
