import { revokeToken } from '../auth/revoke-token.js';
import { SlackError } from '../errors.js';
import type { ClientMethod } from '../methods/method.js';
import { authenticateClient } from './authenticate-client.js';
import { giveToken, installation, rightOf } from './give-token.js';

/** Takes a token that lives for ever and gives one that rotates, once. */
export const oauthV2Exchange: ClientMethod = {
  name: 'oauth.v2.exchange',
  tier: 'tier 4',
  json: false,
  access: 'client',
  handle(call) {
    const { service } = call;
    const client = authenticateClient(call);
    if (!client.rotates) throw new SlackError('token_rotation_not_enabled');
    const token = service.store.tokens.get(call.token ?? '');
    if (token === undefined || token.appId !== client.app.id) throw new SlackError('invalid_auth');
    if (token.revoked || token.expiresAt !== undefined) throw new SlackError('token_already_exchanged');
    revokeToken(service, token);
    return { ...giveToken(service, client, rightOf(token)), ...installation(service, client.app) };
  },
};
