import { classicScopes } from '../auth/scopes.js';
import { SlackError } from '../errors.js';
import type { ClientMethod } from '../methods/method.js';
import { authenticateClient } from './authenticate-client.js';
import { botUserOf, giveToken } from './give-token.js';
import { redeem } from './oauth-v2-access.js';

/** What `oauth.v2.access` was before, for classic apps: the token of the bot, which may use RTM, stands apart. */
export const oauthAccess: ClientMethod = {
  name: 'oauth.access',
  tier: 'tier 4',
  json: false,
  access: 'client',
  handle(call) {
    const { service } = call;
    const client = authenticateClient(call);
    const { app } = client;
    if (!app.classic) throw new SlackError('oauth_authorization_url_mismatch');
    const { userId, userScopes } = redeem(call, client);
    const { access_token, scope } = giveToken(service, client, {
      kind: 'user',
      appId: app.id,
      userId,
      scopes: userScopes,
    });
    const { team } = service.store;
    const botUserId = botUserOf(service, app);
    const bot = { kind: 'bot', appId: app.id, userId: botUserId, scopes: classicScopes } as const;
    return {
      access_token,
      scope,
      user_id: userId,
      team_id: team.id,
      team_name: team.name,
      enterprise_id: null,
      ...(userScopes.includes('bot')
        ? {
            bot: {
              bot_user_id: botUserId,
              bot_access_token: giveToken(service, client, bot)['access_token'],
            },
          }
        : {}),
    };
  },
};
