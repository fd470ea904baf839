import type { Http } from '@x/http-core';
import { isSlackHost } from '../address.js';
import { callMethod } from '../calls/call-method.js';
import { headersOf } from '../calls/headers.js';
import { baseUrlOf, credentialOf } from '../options.js';
import type { SlackRtmOptions } from './options.js';
import type { Methods } from '../types/methods.js';
import type { RtmWelcome } from '../types/slack-rtm.js';

/** Where a session is connected: an address that holds its token, so it is for the socket alone. */
export interface SessionAddress {
  readonly url: string;
  readonly welcome: RtmWelcome;
  /** The cookie without which the token is of no use. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Makes the address of a session, which no method gives out; `auth.test` tells whose it is, and whether it still holds. */
export async function askSession(
  http: Http,
  options: SlackRtmOptions,
  signal: AbortSignal,
): Promise<SessionAddress> {
  const call = { signal, retries: 0 };
  const whose = (await callMethod(http, 'auth.test', {}, call)) as Methods['auth.test']['result'];
  const { user_id: userId, user, team_id: teamId, team, url: home } = whose;
  const url = new URL(socketRoot(baseUrlOf(options)));
  url.search = String(
    new URLSearchParams({
      token: await credentialOf(options).get(),
      gateway_server: `${teamId}-1`,
      slack_client: 'desktop',
      ...(options.presence?.batch !== false && { batch_presence_aware: '1' }),
    }),
  );
  const { cookie } = headersOf(options);
  return {
    url: url.href,
    welcome: {
      ok: true,
      self: { id: userId, name: user },
      team: { id: teamId, name: team, domain: new URL(home).hostname.split('.')[0] ?? '' },
    },
    headers: cookie === undefined ? {} : { cookie },
  };
}

/** Slack's own socket host, or that of another root. */
function socketRoot(baseUrl: string): string {
  const { protocol, host, hostname } = new URL(baseUrl);
  if (isSlackHost(hostname)) return 'wss://wss-primary.slack.com/';
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/`;
}
