import { SlackError } from '../errors.js';
import type { Service } from '../service.js';
import type { Token } from '../state/model.js';
import type { ReadRequest } from '../wire/read-request.js';

type Sent = Pick<ReadRequest, 'headerToken' | 'bodyToken' | 'queryToken'>;

/** The token that a call was sent with, found good, or a refusal that says what is wrong with it. */
export function findToken(service: Service, { headerToken, bodyToken, queryToken }: Sent): Token {
  const value = headerToken ?? bodyToken ?? queryTokenOf(service, queryToken);
  if (value === undefined) throw new SlackError('not_authed');
  const token = service.store.tokens.get(value);
  if (token === undefined) throw new SlackError('invalid_auth');
  if (token.revoked) throw new SlackError('token_revoked');
  if (token.expiresAt !== undefined && token.expiresAt <= service.clock.now()) {
    throw new SlackError('token_expired');
  }
  const user = token.userId === undefined ? undefined : service.store.users.get(token.userId);
  if (user?.deleted === true) throw new SlackError('account_inactive');
  return token;
}

function queryTokenOf({ switches }: Service, token: string | undefined): string | undefined {
  if (token !== undefined && switches.refuseQueryTokens) throw new SlackError('invalid_auth');
  return token;
}
