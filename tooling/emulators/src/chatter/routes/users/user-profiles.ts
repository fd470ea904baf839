import { type RenderContext, resourceUrl } from '../../render/context.js';
import type { JsonObject } from '../../render/json.js';
import { render } from '../../render/render.js';
import { renderUserDetail } from '../../render/user-detail.js';
import type { User } from '../../state/model.js';
import type { Handlers } from '../call.js';
import { userOf } from '../found.js';

export const userProfileHandlers: Handlers = {
  'GET /connect/user-profiles/{userId}': (call) => ({
    status: 200,
    body: renderUserProfile(userOf(call), call.context),
  }),
};

/** User Profile: a user with what the caller can do about the user. */
function renderUserProfile(user: User, context: RenderContext): JsonObject {
  const isSelf = user.id === context.viewer.id;
  return render(
    'UserProfile',
    {
      capabilities: render(
        'UserCapabilities',
        {
          canChat: false,
          canDirectMessage: !isSelf && user.isActive,
          canEdit: isSelf,
          canFollow: !isSelf && user.isActive,
          canViewFeed: true,
          canViewFullProfile: true,
          isModerator: false,
        },
        context,
      ),
      id: user.id,
      tabs: [
        render('UserProfileTab', { id: 'Feed', isDefault: true, tabType: 'Feed', tabUrl: null }, context),
        render(
          'UserProfileTab',
          { id: 'Overview', isDefault: false, tabType: 'Overview', tabUrl: null },
          context,
        ),
      ],
      url: resourceUrl(context, `/connect/user-profiles/${user.id}`),
      userDetail: renderUserDetail(user, context),
    },
    context,
  );
}
