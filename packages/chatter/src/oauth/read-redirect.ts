import { ChatterError } from '../errors.js';
import { withAdvice } from './advice.js';

/**
 * The code that a user has come back with, for {@link exchangeCode}.
 *
 * @param address The address that the user came back to, with its query; `request.url` of a server in Node.js will do.
 * @param state What was given to {@link authorizationUrl}; `undefined` if nothing was.
 * @throws `auth` with Salesforce's word (`access_denied`, `OAUTH_APP_BLOCKED`, …) when the login did not succeed;
 * `protocol` / `INVALID_REDIRECT` when there is no code, or the state is another.
 * @example
 * ```ts
 * import { readRedirect } from '@x/chatter/oauth';
 *
 * export const code: string = readRedirect('https://example.com/back?code=aPrx…&state=7', '7');
 * ```
 */
export function readRedirect(address: string | URL, state: string | undefined): string {
  // Only the query: an address that cannot be read would be quoted in an error, with its code.
  const searchParams = new URLSearchParams(/\?([^#]*)/.exec(String(address))?.[1]);
  const error = searchParams.get('error');
  if (error !== null) {
    const message = withAdvice(error, searchParams.get('error_description') ?? '');
    throw new ChatterError(`chatter: the login ended with ${error}: ${message}`, {
      service: 'chatter',
      kind: 'auth',
      code: error,
    });
  }
  const code = searchParams.get('code');
  if (code === null || searchParams.get('state') !== (state ?? null)) {
    const what = code === null ? 'no code' : 'the state of another login';
    throw new ChatterError(`chatter: the user came back with ${what}: begin the login again`, {
      service: 'chatter',
      kind: 'protocol',
      code: 'INVALID_REDIRECT',
    });
  }
  return code;
}
