import { SlackError } from '../errors.js';
import { avatarUrl } from '../render/avatar.js';
import type { MemberMethod } from './method.js';

const sizes = [24, 32, 48, 72, 192, 512];

/** Who signed in with Slack, as far as the scopes of the token tell. */
export const usersIdentity: MemberMethod = {
  name: 'users.identity',
  tier: 'tier 3',
  json: false,
  access: 'member',
  scopes: ['identity.basic'],
  handle({ service, token, user }) {
    if (user.botId !== undefined) throw new SlackError('not_allowed_token_type');
    const { team } = service.store;
    const has = (scope: string): boolean => token.scopes.includes(scope);
    return {
      user: {
        name: user.realName,
        id: user.id,
        ...(has('identity.email') ? { email: user.email } : {}),
        ...(has('identity.avatar')
          ? Object.fromEntries(sizes.map((size) => [`image_${size}`, avatarUrl(user.id, size)]))
          : {}),
      },
      team: { id: team.id, ...(has('identity.team') ? { name: team.name, domain: team.domain } : {}) },
    };
  },
};
