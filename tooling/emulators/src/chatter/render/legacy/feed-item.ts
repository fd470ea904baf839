import type { Post } from '../../state/post.js';
import { renderClient } from '../client-info.js';
import { isoDate, type RenderContext, resourceUrl } from '../context.js';
import type { FeedPage } from '../feed-element-page.js';
import { renderNewestComments } from '../comment.js';
import type { Json, JsonObject } from '../json.js';
import { renderFirstLikes, renderMyLike } from '../like.js';
import { urlOfId } from '../reference.js';
import { nameOfSubject } from '../subject.js';
import { renderLegacyBody } from './message-body.js';
import { renderLegacyUserSummary } from './user-summary.js';

const commentPageOrder = ['total', 'comments', 'nextPageUrl', 'currentPageUrl'];
const likePageOrder = ['total', 'likes', 'previousPageUrl', 'nextPageUrl', 'currentPageUrl', 'myLike'];

/** Feed Item as version 23.0 had it. */
export function renderLegacyFeedItem(post: Post, context: RenderContext): Json {
  const url = resourceUrl(context, `/chatter/feed-items/${post.id}`);
  const myLike = renderMyLike(post.id, context);
  return {
    parent: renderSubject(post.parentId, context),
    id: post.id,
    // A post on one's own profile was one's status.
    type: post.parentId === post.actorId ? 'UserStatus' : 'TextPost',
    clientInfo: renderClient(post.client, context),
    url,
    body: renderLegacyBody(post.segments, context),
    createdDate: isoDate(post.createdAt),
    modifiedDate: isoDate(post.modifiedAt),
    photoUrl: '/profilephoto/005/T',
    comments: inOrder(renderNewestComments(post.id, context), commentPageOrder),
    likes: inOrder(renderFirstLikes(post.id, context), likePageOrder),
    isLikedByCurrentUser: myLike !== null,
    currentUserLike: myLike,
    actor: renderSubject(post.actorId, context),
    event: false,
    attachment: null,
  };
}

/** Feed Item Page as version 23.0 had it. */
export function renderLegacyFeedItemPage(page: FeedPage, context: RenderContext): Json {
  return {
    items: page.posts.map((post) => renderLegacyFeedItem(post, context)),
    nextPageUrl: page.nextPageUrl,
    currentPageUrl: page.currentPageUrl,
    isModifiedUrl: null,
  };
}

function renderSubject(id: string, context: RenderContext): Json {
  const user = context.state.users.get(id);
  if (user !== undefined) return renderLegacyUserSummary(user, context);
  const name = nameOfSubject(id, context.state);
  if (name === '') return null;
  const type = context.state.records.get(id)?.type ?? 'CollaborationGroup';
  return { name, id, type, url: urlOfId(id, context) };
}

/** Nobody sorted keys then. */
function inOrder(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, object[name] ?? null]));
}
