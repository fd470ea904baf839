import type { User } from '../state/model.js';
import { groupsOf } from '../state/group.js';
import type { RenderContext } from './context.js';
import type { JsonObject } from './json.js';
import { renderBannerPhoto } from './photo.js';
import { render } from './render.js';
import { activityOf, followersOf, followingCountsOf } from './user-counts.js';
import { userValues } from './user-summary.js';

/** User Detail: a user as the answer to a question for that user. */
export function renderUserDetail(user: User, context: RenderContext): JsonObject {
  const { state } = context;
  const mobile = { label: 'Mobile', phoneNumber: user.mobile, phoneType: 'Mobile' };
  return render(
    'UserDetail',
    {
      ...userValues(user, context),
      aboutMe: user.aboutMe,
      address: render('Address', { country: user.country, formattedAddress: user.country }, context),
      bannerPhoto: renderBannerPhoto(user.id, context),
      chatterActivity: render('ChatterActivity', activityOf(user, state), context),
      chatterInfluence: render('ChatterInfluence', { percentile: '0.0', rank: 1 }, context),
      email: user.email,
      followersCount: followersOf(user, state),
      followingCounts: render('FollowingCounts', followingCountsOf(user, state), context),
      groupCount: groupsOf(state, user.id).length,
      hasChatter: true,
      phoneNumbers: user.mobile === null ? [] : [render('PhoneNumber', mobile, context)],
      username: user.username,
    },
    context,
  );
}
