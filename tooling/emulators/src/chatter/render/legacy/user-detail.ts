import { groupsOf } from '../../state/group.js';
import type { User } from '../../state/model.js';
import type { RenderContext } from '../context.js';
import type { Json } from '../json.js';
import { activityOf, followersOf, followingCountsOf } from '../user-counts.js';
import { renderLegacyUserStatus } from './user-status.js';
import { renderLegacyUserSummary } from './user-summary.js';

/** User Detail as version 23.0 had it. */
export function renderLegacyUserDetail(user: User, context: RenderContext): Json {
  const { state } = context;
  return {
    address: { state: null, country: user.country, street: null, city: null, zip: null },
    email: user.email,
    currentStatus: renderLegacyUserStatus(user, context),
    managerId: null,
    followingCounts: followingCountsOf(user, state),
    groupCount: groupsOf(state, user.id).length,
    followersCount: followersOf(user, state),
    managerName: null,
    aboutMe: user.aboutMe,
    isActive: user.isActive,
    phoneNumbers: user.mobile === null ? [] : [{ number: user.mobile, type: 'Mobile' }],
    chatterActivity: activityOf(user, state),
    ...renderLegacyUserSummary(user, context),
  };
}
