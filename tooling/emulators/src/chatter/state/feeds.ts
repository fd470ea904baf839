import { keyPrefix } from '../ids.js';
import { groupsOf } from './group.js';
import type { Post } from './post.js';
import { mentionedIn } from './segment.js';
import type { ChatterState } from './state.js';
import { subscriptionsBy } from './subscription.js';
import { canSeePost } from './visibility.js';

/** All published posts that a user may see, but no direct messages, which only their own feed has. */
export function visiblePosts(state: ChatterState, userId: string): Post[] {
  return [...state.posts.values()].filter(
    (post) => post.status === 'Published' && post.directMessage === null && canSeePost(state, post, userId),
  );
}

/** Own posts, posts by or to whoever and whatever the user follows, and posts in the user's groups; none that are muted. */
export function newsFeed(state: ChatterState, userId: string): Post[] {
  const sources = new Set([
    userId,
    ...subscriptionsBy(state, userId).map((subscription) => subscription.subjectId),
    ...groupsOf(state, userId).map((group) => group.id),
  ]);
  return visiblePosts(state, userId).filter(
    (post) => !post.mutedBy.has(userId) && (sources.has(post.actorId) || sources.has(post.parentId)),
  );
}

/** What a user wrote, got, or was mentioned in, as far as the viewer may see it. */
export function userProfileFeed(state: ChatterState, userId: string, viewerId: string): Post[] {
  return visiblePosts(state, viewerId).filter((post) => post.actorId === userId || isTo(post, userId));
}

/** What was posted to a user by others: on the profile, or by a mention. */
export function toFeed(state: ChatterState, userId: string): Post[] {
  return visiblePosts(state, userId).filter((post) => isTo(post, userId) && post.actorId !== userId);
}

/** What was posted on a record, in a group, or on the profile of a user. */
export function recordFeed(state: ChatterState, recordId: string, viewerId: string): Post[] {
  return visiblePosts(state, viewerId).filter((post) => post.parentId === recordId);
}

/** What was posted in the groups of a user. */
export function groupsFeed(state: ChatterState, userId: string): Post[] {
  const ids = new Set(groupsOf(state, userId).map((group) => group.id));
  return visiblePosts(state, userId).filter((post) => ids.has(post.parentId));
}

/** What was written by the people whom a user follows. */
export function peopleFeed(state: ChatterState, userId: string): Post[] {
  const people = new Set(
    subscriptionsBy(state, userId)
      .map((subscription) => subscription.subjectId)
      .filter((id) => id.startsWith(keyPrefix.user)),
  );
  return visiblePosts(state, userId).filter((post) => people.has(post.actorId));
}

/** Posts with files in the news of a user. */
export function filesFeed(state: ChatterState, userId: string): Post[] {
  return newsFeed(state, userId).filter((post) => post.fileIds.length > 0);
}

/** The news of a user that are on things of one kind, by the beginning of their ids. */
export function filterFeed(state: ChatterState, userId: string, prefix: string): Post[] {
  return newsFeed(state, userId).filter((post) => post.parentId.startsWith(prefix));
}

/** Posts with a topic. */
export function topicFeed(state: ChatterState, topicId: string, viewerId: string): Post[] {
  return visiblePosts(state, viewerId).filter((post) => post.topicIds.has(topicId));
}

/** What was posted by or to the things that a stream is made of. */
export function streamFeed(state: ChatterState, entityIds: ReadonlySet<string>, viewerId: string): Post[] {
  return visiblePosts(state, viewerId).filter(
    (post) =>
      entityIds.has(post.actorId) ||
      entityIds.has(post.parentId) ||
      [...post.topicIds].some((id) => entityIds.has(id)),
  );
}

export function bookmarksFeed(state: ChatterState, userId: string): Post[] {
  return visiblePosts(state, userId).filter((post) => post.bookmarkedBy.has(userId));
}

export function muteFeed(state: ChatterState, userId: string): Post[] {
  return visiblePosts(state, userId).filter((post) => post.mutedBy.has(userId));
}

/** What a user has begun to write. */
export function draftFeed(state: ChatterState, userId: string): Post[] {
  return [...state.posts.values()].filter((post) => post.status === 'Draft' && post.actorId === userId);
}

/** The direct messages that a user is part of. */
export function directMessagesFeed(state: ChatterState, userId: string): Post[] {
  return [...state.posts.values()].filter((post) => post.directMessage?.members.has(userId) === true);
}

function isTo(post: Post, userId: string): boolean {
  return post.parentId === userId || mentionedIn(post.segments).includes(userId);
}
