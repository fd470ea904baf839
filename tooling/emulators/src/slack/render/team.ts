import type { Team } from '../state/model.js';
import { avatarUrl } from './avatar.js';

const sizes = [34, 44, 68, 88, 102, 132];

/** The team as `team.info` shows it. */
export function renderTeam(team: Team): object {
  const { id, name, domain, emailDomain } = team;
  return {
    id,
    name,
    url: teamUrl(team),
    domain,
    email_domain: emailDomain,
    icon: {
      ...Object.fromEntries(sizes.map((size) => [`image_${size}`, avatarUrl(id, size)])),
      image_default: true,
    },
    is_verified: false,
  };
}

/** Where people find the team in a browser. */
export function teamUrl(team: Team): string {
  return `https://${team.domain}.slack.com/`;
}
