import { noAccess, notFound } from '../errors.js';
import type { Comment } from '../state/comment.js';
import type { User } from '../state/model.js';
import type { Post } from '../state/post.js';
import { canSeeComment, canSeePost } from '../state/visibility.js';
import type { Call } from './call.js';

/** The thing, if there is one. What is unknown, deleted or hidden is not found. */
export function found<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw notFound();
  return thing;
}

/** The user that a path names, by id or as `me`. */
export function userOf(call: Call): User {
  return found(call.state.users.get(call.id('userId')));
}

/** The user that a path names, who must be the caller: nobody reads the news of others. */
export function selfOf(call: Call): User {
  const user = userOf(call);
  if (user.id !== call.user.id) throw noAccess();
  return user;
}

/** The feed element that a path names, if the caller may see it. */
export function postOf(call: Call): Post {
  return postNamed(call, call.id('feedElementId'));
}

/** The feed element of an id of 18 characters, if the caller may see it. */
export function postNamed(call: Call, id: string): Post {
  const post = found(call.state.posts.get(id));
  return found(canSeePost(call.state, post, call.user.id) ? post : undefined);
}

/** The comment that a path names, if the caller may see it. */
export function commentOf(call: Call): Comment {
  return commentNamed(call, call.id('commentId'));
}

/** The comment of an id of 18 characters, if the caller may see it. */
export function commentNamed(call: Call, id: string): Comment {
  const comment = found(call.state.comments.get(id));
  return found(canSeeComment(call.state, comment, call.user.id) ? comment : undefined);
}
