import type { Post } from '../state/post.js';
import type { Segment } from '../state/segment.js';
import { isoDate, type RenderContext, resourceUrl } from './context.js';
import type { JsonObject } from './json.js';
import { renderHeader, renderMessageBody } from './message-body.js';
import { smallPhotoUrl } from './photo.js';
import { renderReference } from './reference.js';
import { relativeDate } from './relative-date.js';
import { renderSubject } from './subject.js';

/** What a post is wherever it is described, be it whole or as something that is shared. */
export function postValues(post: Post, context: RenderContext): JsonObject {
  const original = context.state.posts.get(post.sharedId ?? '');
  return {
    actor: renderSubject(post.actorId, context),
    body: renderMessageBody(post.segments, context),
    createdDate: isoDate(post.createdAt),
    feedElementType: 'FeedItem',
    header: renderHeader(headerOf(post), context),
    id: post.id,
    modifiedDate: isoDate(post.modifiedAt),
    originalFeedItem: original === undefined ? null : renderReference(original.id, context),
    originalFeedItemActor: original === undefined ? null : renderSubject(original.actorId, context),
    parent: renderSubject(post.parentId, context),
    photoUrl: smallPhotoUrl(post.actorId, context),
    relativeCreatedDate: relativeDate(post.createdAt, context.now),
    url: resourceUrl(context, `/chatter/feed-elements/${post.id}`),
    visibility: post.visibility,
  };
}

/** `Account — User`, the user alone on the user's own profile, or what happened to a record. */
function headerOf(post: Post): Segment[] {
  const actor: Segment = { type: 'EntityLink', entityId: post.actorId };
  if (post.recordSnapshot !== null) {
    const record: Segment = { type: 'EntityLink', entityId: post.recordSnapshot.recordId };
    return [record, { type: 'Text', text: ' — ' }, actor, { type: 'Text', text: ' created a case.' }];
  }
  if (post.parentId === post.actorId || post.directMessage !== null) return [actor];
  return [{ type: 'EntityLink', entityId: post.parentId }, { type: 'Text', text: ' — ' }, actor];
}
