import { SlackError } from '../errors.js';
import type { Service } from '../service.js';
import type { Token } from '../state/model.js';
import type { ReadRequest } from '../wire/read-request.js';

type Sent = Pick<ReadRequest, 'headerToken' | 'bodyToken' | 'queryToken' | 'cookie'>;

/** The token that a call was sent with, found good, or a refusal that says what is wrong with it. */
export function findToken(service: Service, { headerToken, bodyToken, queryToken, cookie }: Sent): Token {
  const value = headerToken ?? bodyToken ?? queryTokenOf(service, queryToken);
  if (value === undefined) throw new SlackError('not_authed');
  const token = service.store.tokens.get(value);
  if (token === undefined || !hasCookie(token, cookie)) throw new SlackError('invalid_auth');
  if (token.revoked) throw new SlackError('token_revoked');
  if (token.expiresAt !== undefined && token.expiresAt <= service.clock.now()) {
    throw new SlackError('token_expired');
  }
  const user = token.userId === undefined ? undefined : service.store.users.get(token.userId);
  if (user?.deleted === true) throw new SlackError('account_inactive');
  return token;
}

/** Whether the cookie that a token needs, if it needs one, came with it. Clients send it encoded. */
export function hasCookie({ cookie }: Token, sent: string | undefined): boolean {
  return cookie === undefined || sent === encodeURIComponent(cookie) || sent === cookie;
}

function queryTokenOf({ switches }: Service, token: string | undefined): string | undefined {
  if (token !== undefined && switches.refuseQueryTokens) throw new SlackError('invalid_auth');
  return token;
}
