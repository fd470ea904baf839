import { teamUrl } from '../render/team.js';
import type { MemberMethod } from './method.js';

/** Who is calling. */
export const authTest: MemberMethod = {
  name: 'auth.test',
  tier: 'auth.test',
  json: true,
  access: 'member',
  scopes: [],
  handle({ service, token, user }) {
    const { team } = service.store;
    return {
      url: teamUrl(team),
      team: team.name,
      user: user.name,
      team_id: team.id,
      user_id: user.id,
      ...(user.botId === undefined ? {} : { bot_id: user.botId }),
      is_enterprise_install: false,
      ...(token.expiresAt === undefined
        ? {}
        : { expires_in: Math.ceil((token.expiresAt - service.clock.now()) / 1_000) }),
    };
  },
};
