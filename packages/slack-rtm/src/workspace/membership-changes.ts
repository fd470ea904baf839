import type { Changes } from './change.js';
import { changeMembers } from './members.js';

export const membershipChanges: Changes = {
  member_joined_channel: (draft, { channel, user }) => {
    changeMembers(draft, channel, user, 1, true);
  },
  member_left_channel: (draft, { channel, user }) => {
    changeMembers(draft, channel, user, -1, true);
  },
  group_join: (draft, { channel, user }) => {
    changeMembers(draft, channel, user, 1, false);
  },
};
