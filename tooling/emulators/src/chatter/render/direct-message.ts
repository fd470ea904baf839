import type { Post } from '../state/post.js';
import { isoDate, type RenderContext, resourceUrl } from './context.js';
import type { Json, JsonObject } from './json.js';
import { render } from './render.js';
import { renderUserSummary } from './user-summary.js';

/** Direct Message Capability: who is in a conversation, and who came and went. Null on all other posts. */
export function renderDirectMessage(post: Post, context: RenderContext): Json {
  const { directMessage } = post;
  if (directMessage === null) return null;
  const path = `/chatter/feed-elements/${post.id}/capabilities/direct-message`;
  return render(
    'DirectMessageCapability',
    {
      memberChanges: renderMembershipActivity(
        post,
        { currentPageUrl: resourceUrl(context, `${path}/membership-activity`) },
        context,
      ),
      members: renderDirectMembers([...directMessage.members], `${path}/members`, context),
      originalMembers: renderDirectMembers(
        directMessage.originalMembers,
        `${path}/original-members`,
        context,
      ),
      subject: directMessage.subject,
    },
    context,
  );
}

/** Direct Message Member Collection. A conversation is small enough for one page. */
export function renderDirectMembers(
  userIds: readonly string[],
  path: string | null,
  context: RenderContext,
): JsonObject {
  return render(
    'DirectMessageMemberCollection',
    {
      currentPageUrl: path === null ? null : resourceUrl(context, path),
      users: userIds.flatMap((id) => {
        const user = context.state.users.get(id);
        return user === undefined ? [] : [renderUserSummary(user, context)];
      }),
    },
    context,
  );
}

/** Direct Message Membership Activity Collection, latest change first. */
export function renderMembershipActivity(post: Post, links: JsonObject, context: RenderContext): JsonObject {
  const changes = (post.directMessage?.changes ?? []).toReversed();
  const activities = changes.map(({ at, actorId, added, removed }) => {
    const actor = context.state.users.get(actorId);
    return render(
      'DirectMessageMembershipActivity',
      {
        activityDate: isoDate(at),
        actor: actor === undefined ? null : renderUserSummary(actor, context),
        membersAdded: renderDirectMembers(added, null, context),
        membersRemoved: renderDirectMembers(removed, null, context),
      },
      context,
    );
  });
  return render('DirectMessageMembershipActivityCollection', { ...links, activities }, context);
}
