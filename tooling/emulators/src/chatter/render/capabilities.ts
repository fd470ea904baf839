import { type Post, wasReadBy } from '../state/post.js';
import { canEditPost, manages } from '../state/permissions.js';
import { commentsOf } from '../state/comment.js';
import type { CommentSort } from '../state/comment-page.js';
import { likeOf } from '../state/like.js';
import { renderActionLinkGroup } from './action-link.js';
import { attachedValues } from './attached.js';
import { isoDate, type RenderContext, resourceUrl } from './context.js';
import { commentsUrl, renderCommentsCapability } from './comment.js';
import { renderDirectMessage } from './direct-message.js';
import { renderEdit } from './edit.js';
import type { JsonObject } from './json.js';
import { renderFirstLikes, renderLikesMessage, renderMyLike } from './like.js';
import { renderModerationFlags } from './moderation.js';
import { renderPin } from './pin.js';
import { renderQuestion } from './question.js';
import { renderReaders } from './read-by.js';
import { render } from './render.js';
import { renderShare } from './share.js';
import { renderTopics } from './topic.js';
import { renderVotes } from './votes.js';

/** How much of a post its answer carries. */
export interface Carried {
  /** How many of the newest comments. Default 3. */
  readonly comments?: number;
  /** Whether answers to comments are left out. */
  readonly collapsed?: boolean;
  readonly sort?: CommentSort;
}

/** Feed Element Capabilities: what can be done with a post. A capability is present only when the post has it. */
export function renderCapabilities(post: Post, context: RenderContext, carried: Carried = {}): JsonObject {
  const { state, viewer } = context;
  const url = (name: string): string =>
    resourceUrl(context, `/chatter/feed-elements/${post.id}/capabilities/${name}`);
  const myReading = post.readBy.get(viewer.id);
  return render(
    'FeedElementCapabilities',
    {
      ...attachedValues(post, context),
      associatedActions: renderAssociatedActions(post, context),
      bookmarks: render(
        'BookmarksCapability',
        { isBookmarkedByCurrentUser: post.bookmarkedBy.has(viewer.id) },
        context,
      ),
      chatterLikes: render(
        'ChatterLikesCapability',
        {
          isLikedByCurrentUser: likeOf(state, viewer.id, post.id) !== undefined,
          likesMessage: renderLikesMessage(post.id, context),
          myLike: renderMyLike(post.id, context),
          page: renderFirstLikes(post.id, context),
        },
        context,
      ),
      close: render(
        'CloseCapability',
        { canContextUserUpdateIsClosed: true, isClosed: post.isClosed },
        context,
      ),
      comments: renderCommentsCapability(
        commentsOf(state, post.id).filter(
          (comment) => carried.collapsed !== true || comment.threadParentId === null,
        ),
        commentsUrl(post.id, context),
        context,
        carried.comments,
        carried.sort,
      ),
      directMessage: renderDirectMessage(post, context),
      edit: renderEdit(post, canEditPost(post, viewer.id), url('edit/is-editable-by-me'), context),
      feedEntityShare: post.sharedId === null ? null : renderShare(post.sharedId, context),
      interactions: render('InteractionsCapability', { count: interactionsWith(post, context) }, context),
      moderation: post.flags.size === 0 ? null : renderModeration(post, context),
      mute: render('MuteCapability', { isMutedByMe: post.mutedBy.has(viewer.id) }, context),
      pin: renderPin(post, manages(state, post.parentId, viewer.id), context),
      questionAndAnswers: post.question === null ? null : renderQuestion(post, post.question, context),
      readBy: render(
        'ReadByCapability',
        {
          isReadByMe: wasReadBy(post, viewer.id),
          lastReadDateByMe: myReading === undefined ? null : isoDate(myReading),
          page: renderReaders(post, url('read-by/items'), context),
        },
        context,
      ),
      status: render('StatusCapability', { feedEntityStatus: post.status, isApprovableByMe: true }, context),
      topics: render(
        'TopicsCapability',
        { canAssignTopics: true, items: renderTopics(post.topicIds, context) },
        context,
      ),
      upDownVote: renderVotes(post.votes, context),
    },
    context,
  );
}

function renderAssociatedActions(post: Post, context: RenderContext): JsonObject {
  const platformActionGroups = post.actionLinkGroupIds.flatMap((id) => {
    const group = context.state.actionLinkGroups.get(id);
    return group === undefined ? [] : [renderActionLinkGroup(group, context)];
  });
  return render('AssociatedActionsCapability', { platformActionGroups }, context);
}

function renderModeration(post: Post, context: RenderContext): JsonObject {
  const url = `/chatter/feed-elements/${post.id}/capabilities/moderation`;
  return render(
    'ModerationCapability',
    { moderationFlags: renderModerationFlags(post.flags, url, context) },
    context,
  );
}

/** Likes, comments and votes of others than the author. */
function interactionsWith(post: Post, { state }: RenderContext): number {
  const likes = [...state.likes.values()]
    .filter((like) => like.likedId === post.id)
    .map((like) => like.userId);
  const comments = commentsOf(state, post.id).map((comment) => comment.userId);
  const others = [...likes, ...comments, ...post.votes.keys(), ...(post.poll?.votes.keys() ?? [])];
  return others.filter((userId) => userId !== post.actorId).length;
}
