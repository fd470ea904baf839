import { issueToken } from '../auth/issue-token.js';
import { SlackError } from '../errors.js';
import type { ClientMethod } from '../methods/method.js';
import type { Service } from '../service.js';
import type { RefreshRight } from './oauth.js';

const lifeMs = 43_200_000;

/** Gives the next token for configuring apps. A refresh token is all that it takes, and works once. */
export const toolingTokensRotate: ClientMethod = {
  name: 'tooling.tokens.rotate',
  tier: 'tier 4',
  json: false,
  access: 'client',
  handle({ service, args }) {
    const value = args.requiredText('refresh_token');
    const right = service.oauth.findRefreshToken(value);
    if (right === undefined || !right.scopes.includes(configuring)) {
      throw new SlackError('invalid_refresh_token');
    }
    service.oauth.spendRefreshToken(value);
    const { token, refreshToken } = issueConfigurationToken(service, right);
    const seconds = Math.floor(service.clock.now() / 1_000);
    return {
      token,
      refresh_token: refreshToken,
      team_id: service.store.team.id,
      user_id: right.userId,
      iat: seconds,
      exp: seconds + lifeMs / 1_000,
    };
  },
};

const configuring = 'app_configurations:write';

/** The scopes of a token for configuring apps. */
export const configurationScopes: readonly string[] = ['app_configurations:read', configuring];

/** A token for configuring apps, and the way to its successor. */
export function issueConfigurationToken(
  service: Pick<Service, 'clock' | 'ids' | 'store' | 'oauth'>,
  right: RefreshRight,
): { readonly token: string; readonly refreshToken: string } {
  const app = service.store.apps.get(right.appId);
  if (app === undefined) throw new RangeError(`There is no app ${right.appId}.`);
  const { value } = issueToken(service, {
    kind: 'user',
    app,
    scopes: right.scopes,
    lifeMs,
    rotating: true,
    ...(right.userId === undefined ? {} : { userId: right.userId }),
  });
  return { token: value, refreshToken: service.oauth.issueRefreshToken(right) };
}
