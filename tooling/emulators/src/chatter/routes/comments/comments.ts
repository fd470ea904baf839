import { invalidOperation, invalidPageToken, missingArgument, noAccess } from '../../errors.js';
import { wholeNumber } from '../../input/parameters.js';
import { uploadPart } from '../../input/store-upload.js';
import { readComment } from '../../input/read-comment.js';
import { readMessageBody, readPlainText } from '../../input/read-segments.js';
import { keyPrefix } from '../../ids.js';
import { commentsPath, renderComment, renderCommentPage, usualComments } from '../../render/comment.js';
import { resourceUrl } from '../../render/context.js';
import { renderFeedItem } from '../../render/feed-item.js';
import {
  addComment,
  answersTo,
  type Comment,
  commentsOf,
  removeComment,
  threadLevelOf,
} from '../../state/comment.js';
import { cutComments } from '../../state/comment-page.js';
import { canDeleteComment, canEditComment } from '../../state/permissions.js';
import { touchPost } from '../../state/post.js';
import { topicsTaggedIn } from '../../state/segment.js';
import { wholeSecond } from '../../state/state.js';
import type { Answer, Call, Handlers } from '../call.js';
import { isCollapsed, readCommentSort } from '../carried.js';
import { commentOf, postNamed, postOf } from '../found.js';

const itemsOfPost = '/chatter/feed-elements/{feedElementId}/capabilities/comments/items';

export const commentHandlers: Handlers = {
  [`GET ${itemsOfPost}`]: listComments,
  [`POST ${itemsOfPost}`]: createComment,
  'GET /chatter/comments/{commentId}': (call) => ({
    status: 200,
    body: renderComment(commentOf(call), call.context),
  }),
  'PATCH /chatter/comments/{commentId}': editComment,
  'DELETE /chatter/comments/{commentId}': deleteComment,
  'GET /chatter/comments/{commentId}/capabilities/comments/items': listAnswers,
  'GET /chatter/comments/{commentId}/thread-context': readThreadContext,
};

export function listComments(call: Call): Answer {
  const post = postOf(call);
  const collapsed = isCollapsed(call.query);
  const comments = commentsOf(call.state, post.id).filter(
    (comment) => !collapsed || threadLevelOf(call.state, comment) === 0,
  );
  return cutPage(comments, commentsPath(post.id, call.version), usualComments, call);
}

function listAnswers(call: Call): Answer {
  const { id } = commentOf(call);
  const path = `/chatter/comments/${id}/capabilities/comments/items`;
  return cutPage(answersTo(call.state, id), path, 25, call);
}

export async function createComment(call: Call): Promise<Answer> {
  const post = postOf(call);
  if (post.isClosed) throw invalidOperation('The post is closed and takes no comments.');
  const wanted = readComment(await call.input(uploadPart), post, call);
  const comment = addComment(call.state, {
    ...wanted,
    postId: post.id,
    userId: call.user.id,
    client: call.grant.client,
  });
  for (const topicId of topicsTaggedIn(comment.segments)) post.topicIds.add(topicId);
  return { status: 201, body: renderComment(comment, call.context) };
}

/** Only the text can be changed, by who wrote it. */
async function editComment(call: Call): Promise<Answer> {
  const comment = commentOf(call);
  if (!canEditComment(comment, call.user.id)) throw noAccess();
  const { fields } = await call.input();
  const body = fields.object('body');
  const text = fields.text('text');
  const post = postNamed(call, comment.postId);
  if (body !== undefined) {
    comment.segments = readMessageBody(body, {
      state: call.state,
      user: call.user,
      version: call.version,
      parentId: post.parentId,
    });
  } else if (text !== undefined) comment.segments = readPlainText(text, call.state);
  else throw missingArgument('body');
  comment.revision += 1;
  comment.lastEdit = { by: call.user.id, at: wholeSecond(call.context.now) };
  touchPost(call.state, post);
  return { status: 200, body: renderComment(comment, call.context) };
}

function deleteComment(call: Call): Answer {
  const comment = commentOf(call);
  if (!canDeleteComment(call.state, comment, call.user.id)) throw noAccess();
  removeComment(call.state, comment.id);
  return { status: 204 };
}

/** The post of a comment, with the comments that lead to it. */
function readThreadContext(call: Call): Answer {
  const post = postNamed(call, commentOf(call).postId);
  const comments = wholeNumber(call.query, 'pageSize', { from: 1, to: 100, usual: 25 });
  return { status: 200, body: renderFeedItem(post, call.context, { comments }) };
}

function cutPage(comments: readonly Comment[], path: string, usual: number, call: Call): Answer {
  const { query, context } = call;
  const size = wholeNumber(query, 'pageSize', { from: 1, to: 100, usual });
  const sort = readCommentSort(query.get('sort'));
  const token = query.get('page');
  if (token !== null && !token.startsWith(keyPrefix.comment)) throw invalidPageToken(token);
  const { items, nextToken } = cutComments(comments, sort, size, token);
  const urlWith = (parameters: URLSearchParams): string =>
    resourceUrl(context, parameters.size === 0 ? path : `${path}?${parameters}`);
  const next = new URLSearchParams(query);
  if (nextToken !== null) next.set('page', nextToken);
  const links = {
    currentPageToken: token,
    currentPageUrl: urlWith(query),
    nextPageToken: nextToken,
    nextPageUrl: nextToken === null ? null : urlWith(next),
  };
  return { status: 200, body: renderCommentPage(items, comments.length, links, context) };
}
