import {
  checkBaseUrl,
  createHttp,
  type Answer,
  type ErrorDescription,
  type Http,
  type TransportOptions,
} from '@x/http-core';
import { ChatterError, refuseOption } from '../errors.js';

/** Where people and programs log in. */
export interface LoginHostOptions extends TransportOptions {
  /** `https://login.salesforce.com` (the default), `https://test.salesforce.com` for sandboxes, a My Domain or a site. */
  readonly loginUrl?: string | undefined;
}

/** The login host that is meant. */
export function loginUrlOf({ loginUrl = 'https://login.salesforce.com' }: LoginHostOptions): string {
  return checkBaseUrl(refuseOption, 'loginUrl', loginUrl);
}

/** The OAuth endpoints of a login host. */
export function createLoginHttp(
  options: LoginHostOptions,
  describe: (answer: Answer) => ErrorDescription,
): Http {
  return createHttp({
    ...options,
    service: 'chatter',
    baseUrl: loginUrlOf(options),
    describe,
    ServiceError: ChatterError,
  });
}
