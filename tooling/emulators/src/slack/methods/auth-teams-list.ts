import { SlackError } from '../errors.js';
import type { MemberMethod } from './method.js';

/** The workspaces that the token is good for: this one. */
export const authTeamsList: MemberMethod = {
  name: 'auth.teams.list',
  tier: 'tier 2',
  json: true,
  access: 'member',
  scopes: [],
  handle({ service, args }) {
    if (args.text('cursor') !== undefined) throw new SlackError('invalid_cursor');
    args.count('limit', 'invalid_limit');
    const { id, name } = service.store.team;
    return { teams: [{ id, name }], response_metadata: { next_cursor: '' } };
  },
};
