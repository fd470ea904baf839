import { invalidId, noAccess, notFound } from '../errors.js';
import { keyPrefix, toLongId } from '../ids.js';
import type { Post, User } from '../state/model.js';
import type { Call } from './router.js';

/** The user that a path names, by id or as `me`. */
export function userOf(call: Call): User {
  const id = call.part('userId');
  if (id === 'me') return call.user;
  const longId = toLongId(id);
  if (longId === undefined || !longId.startsWith(keyPrefix.user)) throw invalidId(id);
  const user = call.state.users.get(longId);
  if (user === undefined) throw notFound();
  return user;
}

/** The user that a path names, who must be the caller: nobody reads the news of others. */
export function selfOf(call: Call): User {
  const user = userOf(call);
  if (user.id !== call.user.id) throw noAccess();
  return user;
}

/** The feed element that a path names. */
export function postOf(call: Call): Post {
  const id = call.part('feedElementId');
  const longId = toLongId(id);
  if (longId === undefined || !longId.startsWith(keyPrefix.feedElement)) throw invalidId(id);
  const post = call.state.posts.get(longId);
  if (post === undefined) throw notFound();
  return post;
}
