import { slackError } from '../errors.js';

/**
 * The code that a user has come back with, for {@link exchangeCode}.
 *
 * @param address The address that the user came back to, with its query; `request.url` of a server in Node.js will do.
 * @param state What was given to {@link authorizationUrl}; `undefined` if nothing was.
 * @throws `auth` with Slack's word (`access_denied` when the user declined, `invalid_scope`, …) when the app was not installed;
 * `protocol` / `INVALID_REDIRECT` when there is no code, or the state is another.
 * @example
 * ```ts
 * import { readRedirect } from '@x/slack-rtm/oauth';
 *
 * export const code: string = readRedirect('https://example.com/back?code=1.2.abc&state=7', '7');
 * ```
 */
export function readRedirect(address: string | URL, state: string | undefined): string {
  // Only the query: an address that cannot be read would be quoted in an error, with its code.
  const searchParams = new URLSearchParams(/\?([^#]*)/.exec(String(address))?.[1]);
  const error = searchParams.get('error');
  if (error !== null) {
    const why = error === 'access_denied' ? ': the user has declined' : '';
    throw slackError('auth', error, `the app was not installed, with ${error}${why}`);
  }
  const code = searchParams.get('code');
  if (!code || searchParams.get('state') !== (state ?? null)) {
    const what = code ? 'the state of another login' : 'no code';
    throw slackError(
      'protocol',
      'INVALID_REDIRECT',
      `the user came back with ${what}: begin the login again`,
    );
  }
  return code;
}
