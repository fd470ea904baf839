import { noAccess } from '../../errors.js';
import { likesPath, renderLike, renderLikePage } from '../../render/like.js';
import { type Like, like, likeOf, likesOf } from '../../state/like.js';
import type { Answer, Call, Handlers } from '../call.js';
import { commentNamed, commentOf, found, postNamed, postOf } from '../found.js';
import { keyPrefix } from '../../ids.js';
import { numberedPage } from '../numbered-page.js';

const ofPost = '/chatter/feed-elements/{feedElementId}/capabilities/chatter-likes/items';
const ofComment = '/chatter/comments/{commentId}/likes';

export const likeHandlers: Handlers = {
  [`GET ${ofPost}`]: (call) => listLikes(postOf(call).id, call),
  [`POST ${ofPost}`]: (call) => addLike(postOf(call).id, call),
  [`PATCH ${ofPost}`]: (call) => switchLike(postOf(call).id, call),
  [`GET ${ofComment}`]: (call) => listLikes(commentOf(call).id, call),
  [`POST ${ofComment}`]: (call) => addLike(commentOf(call).id, call),
  [`PATCH ${ofComment}`]: (call) => switchLike(commentOf(call).id, call),
  'GET /chatter/likes/{likeId}': (call) => ({ status: 200, body: renderLike(likeNamed(call), call.context) }),
  'DELETE /chatter/likes/{likeId}': removeLike,
};

/** Like Page. Its current token is a number, the only token that is one. */
export function listLikes(id: string, call: Call): Answer {
  const path = likesPath(id, call.version);
  const likes = likesOf(call.state, id);
  const { items, links } = numberedPage({ items: likes, path }, call);
  const values = { ...links, currentPageToken: Number(links.currentPageToken) };
  return { status: 200, body: renderLikePage(items, likes.length, values, call.context) };
}

export function addLike(id: string, call: Call): Answer {
  return { status: 201, body: renderLike(like(call.state, call.user.id, id), call.context) };
}

async function switchLike(id: string, call: Call): Promise<Answer> {
  const { fields } = await call.input();
  const { state, user } = call;
  if (fields.needBoolean('isLikedByCurrentUser')) like(state, user.id, id);
  else state.likes.delete(likeOf(state, user.id, id)?.id ?? '');
  return listLikes(id, call);
}

/** Everybody takes back their own. */
function removeLike(call: Call): Answer {
  const { id, userId } = likeNamed(call);
  if (userId !== call.user.id) throw noAccess();
  call.state.likes.delete(id);
  return { status: 204 };
}

/** The like that a path names, if the caller may see what is liked. */
function likeNamed(call: Call): Like {
  const named = found(call.state.likes.get(call.id('likeId')));
  if (named.likedId.startsWith(keyPrefix.comment)) commentNamed(call, named.likedId);
  else postNamed(call, named.likedId);
  return named;
}
