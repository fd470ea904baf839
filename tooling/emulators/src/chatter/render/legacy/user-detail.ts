import { recordFeed } from '../../state/feeds.js';
import type { User } from '../../state/model.js';
import { type RenderContext, resourceUrl } from '../context.js';
import type { Json } from '../json.js';
import { activityOf, followersOf, followingCountsOf } from '../user-counts.js';
import { renderLegacyBody } from './message-body.js';
import { renderLegacyUserSummary } from './user-summary.js';

/** User Detail as version 23.0 had it. */
export function renderLegacyUserDetail(user: User, context: RenderContext): Json {
  const { state } = context;
  return {
    address: { state: null, country: user.country, street: null, city: null, zip: null },
    email: user.email,
    currentStatus: renderStatus(user, context),
    managerId: null,
    followingCounts: followingCountsOf(user, state),
    groupCount: 0,
    followersCount: followersOf(user, state),
    managerName: null,
    aboutMe: user.aboutMe,
    isActive: user.isActive,
    phoneNumbers: user.mobile === null ? [] : [{ number: user.mobile, type: 'Mobile' }],
    chatterActivity: activityOf(user, state),
    ...renderLegacyUserSummary(user, context),
  };
}

/** The last thing that the user said on the user's own profile. */
function renderStatus(user: User, context: RenderContext): Json {
  const latest = recordFeed(context.state, user.id, context.viewer.id)
    .filter((post) => post.actorId === user.id)
    .toSorted((left, right) => right.createdAt - left.createdAt)
    .at(0);
  return {
    url: resourceUrl(context, `/chatter/users/${user.id}/status`),
    body: latest === undefined ? null : renderLegacyBody(latest.segments, context),
    parentId: user.id,
  };
}
