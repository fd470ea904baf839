import type { Post } from '../../state/post.js';
import { renderClient } from '../client-info.js';
import { isoDate, type RenderContext, resourceUrl } from '../context.js';
import type { FeedPage } from '../feed-element-page.js';
import type { Json } from '../json.js';
import { renderLegacyBody } from './message-body.js';
import { renderLegacyUserSummary } from './user-summary.js';

/** Feed Item as version 23.0 had it. */
export function renderLegacyFeedItem(post: Post, context: RenderContext): Json {
  const url = resourceUrl(context, `/chatter/feed-items/${post.id}`);
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
    comments: { total: 0, comments: [], nextPageUrl: null, currentPageUrl: `${url}/comments` },
    likes: {
      total: 0,
      likes: [],
      previousPageUrl: null,
      nextPageUrl: null,
      currentPageUrl: `${url}/likes`,
      myLike: null,
    },
    isLikedByCurrentUser: false,
    currentUserLike: null,
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
  const record = context.state.records.get(id);
  if (record === undefined) return null;
  const { name, type } = record;
  return { name, id, type, url: resourceUrl(context, `/chatter/records/${id}`) };
}
