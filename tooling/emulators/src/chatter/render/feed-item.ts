import { commentsOf } from '../state/comment.js';
import { likeOf } from '../state/like.js';
import { canDeletePost } from '../state/permissions.js';
import type { Post } from '../state/post.js';
import { typeOfPost } from '../state/post-type.js';
import { type Carried, renderCapabilities } from './capabilities.js';
import { renderClient } from './client-info.js';
import { renderNewestComments } from './comment.js';
import type { RenderContext } from './context.js';
import type { JsonObject } from './json.js';
import { renderFirstLikes, renderLikesMessage, renderMyLike } from './like.js';
import { postValues } from './post-values.js';
import { render } from './render.js';
import { renderTopics } from './topic.js';

/** Feed Item: a post as a feed element. Version 31.0 has what came with feed elements beside what went with them. */
export function renderFeedItem(post: Post, context: RenderContext, carried?: Carried): JsonObject {
  const { state, viewer } = context;
  // What only internal users see cannot be shared, nor what a record did by itself.
  const isSharable = post.visibility === 'AllUsers' && post.recordSnapshot === null;
  const comments = commentsOf(state, post.id);
  const topics = renderTopics(post.topicIds, context);
  return render(
    'FeedItem',
    {
      ...postValues(post, context),
      canShare: isSharable,
      capabilities: renderCapabilities(post, context, carried),
      clientInfo: renderClient(post.client, context),
      comments: renderNewestComments(post.id, context, carried?.comments),
      event: false,
      hasVerifiedComment: comments.some((comment) => comment.verified !== null),
      isBookmarkedByCurrentUser: post.bookmarkedBy.has(viewer.id),
      isDeleteRestricted: !canDeletePost(state, post, viewer.id),
      isLikedByCurrentUser: likeOf(state, viewer.id, post.id) !== undefined,
      isSharable,
      likes: renderFirstLikes(post.id, context),
      likesMessage: renderLikesMessage(post.id, context),
      myLike: renderMyLike(post.id, context),
      topics: render('FeedItemTopics', { canAssignTopics: true, topics }, context),
      type: typeOfPost(post),
    },
    context,
  );
}
