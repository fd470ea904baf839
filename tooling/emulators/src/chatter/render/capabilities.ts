import type { Post } from '../state/model.js';
import { isoDate, type RenderContext, resourceUrl } from './context.js';
import { renderCommentPage, renderLikePage, renderReadByPage } from './empty-pages.js';
import { bodyOf, type Json, since } from './json.js';
import { renderTopic } from './topic.js';

/**
 * What can be done with a post of text. A capability is present only in versions that know it.
 *
 * The guide dates the content of the first capabilities at 32.0, when each got a resource of its own, and the capabilities
 * themselves at 31.0. A capability without content would be good for nothing, so 31.0 gets the content too.
 */
export function renderCapabilities(post: Post, context: RenderContext): Json {
  const { version, viewer } = context;
  const url = (name: string): string =>
    resourceUrl(context, `/chatter/feed-elements/${post.id}/capabilities/${name}`);
  const isMine = post.actorId === viewer.id;
  return bodyOf(version, {
    associatedActions: { platformActionGroups: [] },
    bookmarks: { isBookmarkedByCurrentUser: false },
    chatterLikes: {
      isLikedByCurrentUser: false,
      likesMessage: null,
      myLike: null,
      page: renderLikePage(version, likesUrl(post, context)),
    },
    close: since(43, { canContextUserUpdateIsClosed: true, isClosed: false }),
    comments: { page: renderCommentPage(version, commentsUrl(post, context)) },
    edit: since(34, {
      isEditRestricted: !isMine,
      isEditableByMeUrl: url('edit/is-editable-by-me'),
      lastEditedBy: null,
      lastEditedDate: null,
      latestRevision: 1,
      relativeLastEditedDate: null,
    }),
    interactions: since(37, { count: 0 }),
    mute: since(35, { isMutedByMe: false }),
    readBy: since(40, {
      isReadByMe: isMine,
      // Whoever writes a post has read it by then.
      lastReadDateByMe: isMine ? isoDate(post.createdAt) : null,
      page: renderReadByPage(url('read-by/items?pageSize=3')),
    }),
    status: since(37, { feedEntityStatus: 'Published', isApprovableByMe: true }),
    topics: { canAssignTopics: true, items: topicsOf(post, context) },
    upDownVote: since(41, { downVoteCount: 0, myVote: 'None', upVoteCount: 0 }),
  });
}

/** Until 31.0 comments and likes were resources of the item itself. */
export function commentsUrl(post: Post, context: RenderContext): string {
  const path =
    context.version < 32
      ? `/chatter/feed-items/${post.id}/comments`
      : `/chatter/feed-elements/${post.id}/capabilities/comments/items`;
  return resourceUrl(context, path);
}

export function likesUrl(post: Post, context: RenderContext): string {
  const path =
    context.version < 32
      ? `/chatter/feed-items/${post.id}/likes`
      : `/chatter/feed-elements/${post.id}/capabilities/chatter-likes/items`;
  return resourceUrl(context, path);
}

/** A hashtag assigns its topic to the post, once. */
export function topicsOf(post: Post, context: RenderContext): Json[] {
  const ids = new Set(
    post.segments.flatMap((segment) => (segment.type === 'Hashtag' ? [segment.topicId] : [])),
  );
  return [...ids].flatMap((id) => {
    const topic = context.state.topic(id);
    return topic === undefined ? [] : [renderTopic(topic, context)];
  });
}
