import type { Post, Segment } from '../state/model.js';
import { commentsUrl, likesUrl, renderCapabilities, topicsOf } from './capabilities.js';
import { isoDate, type RenderContext, resourceUrl } from './context.js';
import { renderCommentPage, renderLikePage } from './empty-pages.js';
import { between, bodyOf, type Json, since, until } from './json.js';
import { renderHeader, renderMessageBody } from './message-body.js';
import { smallPhotoUrl } from './photo.js';
import { renderRecordSummary } from './record-summary.js';
import { relativeDate } from './relative-date.js';
import { renderUserSummary } from './user-summary.js';

/** Feed Item: a post of text as a feed element. Version 31.0 has what came with feed elements beside what went with them. */
export function renderFeedItem(post: Post, context: RenderContext): Json {
  const { version, viewer } = context;
  const isMine = post.actorId === viewer.id || post.parentId === viewer.id;
  return bodyOf(version, {
    actor: renderSubject(post.actorId, context),
    attachment: until(31, null),
    body: renderMessageBody(post.segments, context),
    canShare: until(38, isSharable(post)),
    capabilities: renderCapabilities(post, context),
    clientInfo: { applicationName: post.client.name, applicationUrl: post.client.url },
    comments: until(31, renderCommentPage(version, commentsUrl(post, context))),
    createdDate: isoDate(post.createdAt),
    event: false,
    feedElementType: 'FeedItem',
    hasVerifiedComment: since(41, false),
    header: renderHeader(headerOf(post), context),
    id: post.id,
    isBookmarkedByCurrentUser: until(31, false),
    isDeleteRestricted: !isMine,
    isLikedByCurrentUser: until(31, false),
    isSharable: since(39, isSharable(post)),
    likes: until(31, renderLikePage(version, likesUrl(post, context))),
    likesMessage: until(31, null),
    modifiedDate: isoDate(post.modifiedAt),
    moderationFlags: between(29, 31, null),
    myLike: until(31, null),
    originalFeedItem: null,
    originalFeedItemActor: null,
    parent: renderSubject(post.parentId, context),
    photoUrl: smallPhotoUrl(context),
    relativeCreatedDate: relativeDate(post.createdAt, context.now),
    topics: until(31, { canAssignTopics: true, topics: topicsOf(post, context) }),
    type: 'TextPost',
    url: resourceUrl(context, `/chatter/feed-elements/${post.id}`),
    visibility: post.visibility,
  });
}

/** A user or record as actor or parent of a post. */
function renderSubject(id: string, context: RenderContext): Json {
  const user = context.state.users.get(id);
  if (user !== undefined) return renderUserSummary(user, context);
  const record = context.state.records.get(id);
  return record === undefined ? null : renderRecordSummary(record, context);
}

/** `Account — User`, or the user alone on the user's own profile. */
function headerOf(post: Post): Segment[] {
  const actor: Segment = { type: 'EntityLink', entityId: post.actorId };
  if (post.parentId === post.actorId) return [actor];
  return [{ type: 'EntityLink', entityId: post.parentId }, { type: 'Text', text: ' — ' }, actor];
}

/** Posts that only internal users see cannot be shared. */
function isSharable(post: Post): boolean {
  return post.visibility === 'AllUsers';
}
