import type { StoredFile } from './file.js';
import type { Post } from './post.js';
import type { ChatterState } from './state.js';
import type { Topic } from './topic.js';

/** The files that hang on the posts of a group, latest first. */
export function filesInGroup(state: ChatterState, groupId: string): StoredFile[] {
  const ids = new Set(postsIn(state, groupId).flatMap((post) => post.fileIds));
  return [...ids].flatMap((id) => state.files.get(id) ?? []);
}

/** The topics of the posts of a group, that of the latest post first. */
export function topicsInGroup(state: ChatterState, groupId: string): Topic[] {
  const ids = new Set(postsIn(state, groupId).flatMap((post) => Array.from(post.topicIds)));
  return [...ids].flatMap((id) => state.topics.get(id) ?? []);
}

function postsIn(state: ChatterState, groupId: string): Post[] {
  return [...state.posts.values()]
    .filter((post) => post.parentId === groupId && post.status === 'Published')
    .toReversed();
}
