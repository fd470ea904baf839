import { canDeleteComment, canEditComment } from '../state/permissions.js';
import { type CommentSort, cutComments } from '../state/comment-page.js';
import { answersTo, type Comment, commentsOf, threadLevelOf } from '../state/comment.js';
import { isoDate, type RenderContext, resourceUrl } from './context.js';
import { renderClient } from './client-info.js';
import { renderEdit } from './edit.js';
import type { JsonObject } from './json.js';
import { renderFirstLikes, renderLikesMessage, renderMyLike } from './like.js';
import { renderMessageBody } from './message-body.js';
import { renderReference } from './reference.js';
import { relativeDate } from './relative-date.js';
import { render } from './render.js';
import { renderContent } from './content.js';
import { renderShare } from './share.js';
import { renderUserSummary } from './user-summary.js';
import { renderVerified } from './verified.js';
import { renderVotes } from './votes.js';

/** Comment. */
export function renderComment(comment: Comment, context: RenderContext): JsonObject {
  const { state, viewer } = context;
  const user = state.users.get(comment.userId);
  return render(
    'Comment',
    {
      body: renderMessageBody(comment.segments, context),
      capabilities: renderCommentCapabilities(comment, context),
      clientInfo: renderClient(comment.client, context),
      createdDate: isoDate(comment.createdAt),
      feedElement: renderReference(comment.postId, context),
      feedItem: renderReference(comment.postId, context),
      id: comment.id,
      isDeleteRestricted: !canDeleteComment(state, comment, viewer.id),
      likes: renderFirstLikes(comment.id, context),
      likesMessage: renderLikesMessage(comment.id, context),
      myLike: renderMyLike(comment.id, context),
      parent: renderReference(state.posts.get(comment.postId)?.parentId ?? comment.postId, context),
      relativeCreatedDate: relativeDate(comment.createdAt, context.now),
      threadLevel: threadLevelOf(state, comment),
      threadParentId: comment.threadParentId,
      type: comment.fileId === null ? 'TextComment' : 'ContentComment',
      url: resourceUrl(context, `/chatter/comments/${comment.id}`),
      user: user === undefined ? null : renderUserSummary(user, context),
    },
    context,
  );
}

/** Comment Capabilities: what can be done with a comment. */
export function renderCommentCapabilities(comment: Comment, context: RenderContext): JsonObject {
  const { state, viewer } = context;
  const url = resourceUrl(context, `/chatter/comments/${comment.id}/capabilities`);
  const file = comment.fileId === null ? undefined : state.files.get(comment.fileId);
  return render(
    'CommentCapabilities',
    {
      comments: renderCommentsCapability(answersTo(state, comment.id), `${url}/comments/items`, context),
      content: file === undefined ? null : renderContent('ContentCapability', file, context),
      edit: renderEdit(comment, canEditComment(comment, viewer.id), `${url}/edit/is-editable-by-me`, context),
      feedEntityShare: comment.sharedId === null ? null : renderShare(comment.sharedId, context),
      record:
        comment.recordId === null
          ? null
          : render(
              'RecordCapability',
              {
                recordId: comment.recordId,
                url: resourceUrl(context, `/chatter/records/${comment.recordId}`),
              },
              context,
            ),
      status: render(
        'StatusCapability',
        { feedEntityStatus: comment.status, isApprovableByMe: true },
        context,
      ),
      upDownVote: renderVotes(comment.votes, context),
      verified: renderVerified(comment, context),
    },
    context,
  );
}

/** How many comments an element carries unless another number is asked for. */
export const usualComments = 3;

/** Comment Page. */
export function renderCommentPage(
  comments: readonly Comment[],
  total: number,
  links: JsonObject,
  context: RenderContext,
): JsonObject {
  const items = comments.map((comment) => renderComment(comment, context));
  return render('CommentPage', { ...links, comments: items, items, total }, context);
}

/** Comments Capability: the newest of some comments, oldest first, unless another order is wanted. */
export function renderCommentsCapability(
  comments: readonly Comment[],
  url: string,
  context: RenderContext,
  ...which: [count?: number, sort?: CommentSort]
): JsonObject {
  return render('CommentsCapability', { page: renderFirst(comments, url, context, ...which) }, context);
}

/** Comment Page: the newest comments of a post, oldest first. */
export function renderNewestComments(postId: string, context: RenderContext, count?: number): JsonObject {
  return renderFirst(commentsOf(context.state, postId), commentsUrl(postId, context), context, count);
}

function renderFirst(
  comments: readonly Comment[],
  url: string,
  context: RenderContext,
  count: number = usualComments,
  sort: CommentSort = 'CreatedDateLatestAsc',
): JsonObject {
  const { items, nextToken } = cutComments(comments, sort, count, null);
  const order = sort === 'CreatedDateLatestAsc' ? '' : `&sort=${sort}`;
  const nextPageUrl = nextToken === null ? null : `${url}?page=${nextToken}${order}`;
  const links = { currentPageUrl: url, nextPageToken: nextToken, nextPageUrl };
  return renderCommentPage(items, comments.length, links, context);
}

/** Until 31.0 comments were a resource of the item itself. */
export function commentsPath(postId: string, version: number): string {
  return version < 32
    ? `/chatter/feed-items/${postId}/comments`
    : `/chatter/feed-elements/${postId}/capabilities/comments/items`;
}

export function commentsUrl(postId: string, context: RenderContext): string {
  return resourceUrl(context, commentsPath(postId, context.version));
}
