import { createHash } from 'node:crypto';
import { SlackError } from '../errors.js';
import type { Answer, ClientCall, ClientMethod } from '../methods/method.js';
import { authenticateClient } from './authenticate-client.js';
import { botUserOf, giveToken, installation } from './give-token.js';
import type { Grant, OAuthClient } from './oauth.js';

/** Gives tokens for a code, or a new one for a refresh token. */
export const oauthV2Access: ClientMethod = {
  name: 'oauth.v2.access',
  tier: 'tier 4',
  json: false,
  access: 'client',
  handle(call) {
    const client = authenticateClient(call);
    switch (call.args.text('grant_type') ?? 'authorization_code') {
      case 'authorization_code':
        return exchangeCode(call, client);
      case 'refresh_token':
        return refresh(call, client);
      default:
        throw new SlackError('invalid_grant_type');
    }
  },
};

function exchangeCode(call: ClientCall, client: OAuthClient): Answer {
  const { service } = call;
  const { userId, botScopes, userScopes } = redeem(call, client);
  const { app } = client;
  const bot = botScopes.length === 0 ? undefined : botUserOf(service, app);
  return {
    ...(bot === undefined
      ? {}
      : {
          ...giveToken(service, client, { kind: 'bot', appId: app.id, userId: bot, scopes: botScopes }),
          bot_user_id: bot,
        }),
    ...installation(service, app),
    authed_user: {
      id: userId,
      ...(userScopes.length === 0
        ? {}
        : giveToken(service, client, { kind: 'user', appId: app.id, userId, scopes: userScopes })),
    },
  };
}

/** What the code of a call stands for, if it is for this app, from where it was asked for. */
export function redeem({ service, args }: ClientCall, client: OAuthClient): Grant {
  const code = args.text('code');
  if (code === undefined) throw new SlackError('invalid_code');
  const grant = service.oauth.redeemCode(code);
  if (grant === undefined || grant.clientId !== client.clientId) throw new SlackError('invalid_code');
  if (args.text('redirect_uri') !== grant.redirectUri) throw new SlackError('bad_redirect_uri');
  if (grant.challenge !== undefined && grant.challenge !== challengeOf(args.text('code_verifier') ?? '')) {
    throw new SlackError('invalid_code_verifier');
  }
  return grant;
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

/** A refresh token works once. */
function refresh({ service, args }: ClientCall, client: OAuthClient): Answer {
  if (!client.rotates) throw new SlackError('token_rotation_not_enabled');
  const value = args.text('refresh_token') ?? '';
  const right = service.oauth.findRefreshToken(value);
  if (right === undefined || right.appId !== client.app.id) throw new SlackError('invalid_refresh_token');
  service.oauth.spendRefreshToken(value);
  return {
    ...giveToken(service, client, right),
    ...(right.kind === 'bot' ? { bot_user_id: right.userId } : { user_id: right.userId }),
    ...installation(service, client.app),
  };
}
