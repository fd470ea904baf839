import { noAccess } from '../../errors.js';
import { renderLike, renderLikePage } from '../../render/like.js';
import { type Like, like, likeOf, likesOf } from '../../state/like.js';
import type { Answer, Call, Handlers } from '../call.js';
import { commentNamed, commentOf, found, postNamed, postOf } from '../found.js';
import { keyPrefix } from '../../ids.js';
import { numberedPage } from '../numbered-page.js';

/** Where likes of a post and of a comment are, and how to find the one that is liked. */
const places: readonly (readonly [template: string, liked: (call: Call) => { id: string; path: string }])[] =
  [
    [
      '/chatter/feed-elements/{feedElementId}/capabilities/chatter-likes/items',
      (call) => {
        const { id } = postOf(call);
        return { id, path: `/chatter/feed-elements/${id}/capabilities/chatter-likes/items` };
      },
    ],
    [
      '/chatter/comments/{commentId}/likes',
      (call) => {
        const { id } = commentOf(call);
        return { id, path: `/chatter/comments/${id}/likes` };
      },
    ],
  ];

export const likeHandlers: Handlers = {
  ...Object.fromEntries(
    places.flatMap(([template, liked]): [string, Handlers[string]][] => [
      [`GET ${template}`, (call) => listLikes(liked(call), call)],
      [`POST ${template}`, (call) => addLike(liked(call).id, call)],
      [`PATCH ${template}`, (call) => switchLike(liked(call), call)],
    ]),
  ),
  'GET /chatter/likes/{likeId}': (call) => ({ status: 200, body: renderLike(likeNamed(call), call.context) }),
  'DELETE /chatter/likes/{likeId}': removeLike,
};

/** Like Page. Its current token is a number, the only token that is one. */
function listLikes({ id, path }: { readonly id: string; readonly path: string }, call: Call): Answer {
  const likes = likesOf(call.state, id);
  const { items, links } = numberedPage({ items: likes, path }, call);
  const values = { ...links, currentPageToken: Number(links.currentPageToken) };
  return { status: 200, body: renderLikePage(items, likes.length, values, call.context) };
}

function addLike(id: string, call: Call): Answer {
  return { status: 201, body: renderLike(like(call.state, call.user.id, id), call.context) };
}

async function switchLike(
  liked: { readonly id: string; readonly path: string },
  call: Call,
): Promise<Answer> {
  const { fields } = await call.input();
  const { state, user } = call;
  if (fields.needBoolean('isLikedByCurrentUser')) like(state, user.id, liked.id);
  else state.likes.delete(likeOf(state, user.id, liked.id)?.id ?? '');
  return listLikes(liked, call);
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
