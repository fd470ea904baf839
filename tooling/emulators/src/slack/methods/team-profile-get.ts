import type { MemberMethod } from './method.js';

/** Which fields the team has added to the profiles of its members. */
export const teamProfileGet: MemberMethod = {
  name: 'team.profile.get',
  tier: 'tier 3',
  json: false,
  access: 'member',
  scopes: ['users.profile:read', 'read'],
  handle({ service, args }) {
    const { id } = service.store.team;
    const suffix = id.slice(1);
    const field = {
      id: `Xf${suffix}`,
      ordering: 0,
      label: 'Region',
      hint: 'The part of the map that you look after',
      type: 'text',
      possible_values: null,
      options: { is_scim: false, is_protected: false },
      is_hidden: false,
      section_id: `Ps${suffix}`,
    };
    const wanted = args.text('visibility');
    return {
      profile: {
        fields: wanted === 'hidden' ? [] : [field],
        sections: [
          {
            id: field.section_id,
            team_id: id,
            section_type: 'custom',
            label: 'About me',
            order: 1,
            is_hidden: false,
          },
        ],
      },
    };
  },
};
