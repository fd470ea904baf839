import { SlackError } from '../errors.js';
import { renderTeam } from '../render/team.js';
import type { MemberMethod } from './method.js';

export const teamInfo: MemberMethod = {
  name: 'team.info',
  tier: 'tier 3',
  json: true,
  access: 'member',
  scopes: ['team:read', 'read'],
  handle({ service, args }) {
    const { team } = service.store;
    const isOther =
      (args.text('team') ?? team.id) !== team.id || (args.text('domain') ?? team.domain) !== team.domain;
    if (isOther) throw new SlackError('team_not_found');
    return { team: renderTeam(team) };
  },
};
