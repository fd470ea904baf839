import { type Like, likeOf, likesOf } from '../state/like.js';
import type { Segment } from '../state/segment.js';
import { type RenderContext, resourceUrl } from './context.js';
import type { Json, JsonObject } from './json.js';
import { renderSentence } from './message-body.js';
import { renderReference } from './reference.js';
import { render } from './render.js';
import { renderUserSummary } from './user-summary.js';
import { keyPrefix } from '../ids.js';

const usualLikes = 25;

/** Like. */
export function renderLike(like: Like, context: RenderContext): JsonObject {
  const user = context.state.users.get(like.userId);
  return render(
    'Like',
    {
      id: like.id,
      likedItem: renderReference(like.likedId, context),
      url: resourceUrl(context, `/chatter/likes/${like.id}`),
      user: user === undefined ? null : renderUserSummary(user, context),
    },
    context,
  );
}

/** Like Page: the first of all likes of a post or a comment. Its current token is a number, the only token that is one. */
export function renderFirstLikes(likedId: string, context: RenderContext): JsonObject {
  const likes = likesOf(context.state, likedId);
  const url = resourceUrl(context, likesPath(likedId, context.version));
  const hasNext = likes.length > usualLikes;
  const links = {
    currentPageToken: 0,
    currentPageUrl: url,
    nextPageToken: hasNext ? '1' : null,
    nextPageUrl: hasNext ? `${url}?page=1` : null,
  };
  return renderLikePage(likes.slice(0, usualLikes), likes.length, links, context);
}

/** Like Page. */
export function renderLikePage(
  likes: readonly Like[],
  total: number,
  links: JsonObject,
  context: RenderContext,
): JsonObject {
  const items = likes.map((like) => renderLike(like, context));
  return render('LikePage', { ...links, items, likes: items, total }, context);
}

export function renderMyLike(likedId: string, context: RenderContext): Json {
  const mine = likeOf(context.state, context.viewer.id, likedId);
  return mine === undefined ? null : renderReference(mine.id, context);
}

/** `You, Tomás Rivera and 2 others like this.` Null when nobody does. */
export function renderLikesMessage(likedId: string, context: RenderContext): Json {
  const likes = likesOf(context.state, likedId);
  if (likes.length === 0) return null;
  const isMine = likes.some((like) => like.userId === context.viewer.id);
  const others = likes.filter((like) => like.userId !== context.viewer.id);
  const parts: Segment[][] = isMine ? [[{ type: 'Text', text: 'You' }]] : [];
  const named = others.slice(0, isMine ? 1 : 2);
  for (const like of named) parts.push([{ type: 'EntityLink', entityId: like.userId }]);
  const rest = others.length - named.length;
  if (rest > 0) parts.push([{ type: 'Text', text: rest === 1 ? '1 other' : `${rest} others` }]);
  const verb = likes.length === 1 && !isMine ? ' likes this.' : ' like this.';
  return renderSentence(joinText([...enumerate(parts), { type: 'Text', text: verb }]), context);
}

/** Where the likes of a comment or a post are. Until 31.0 they were a resource of the item itself. */
export function likesPath(likedId: string, version: number): string {
  if (likedId.startsWith(keyPrefix.comment)) return `/chatter/comments/${likedId}/likes`;
  return version < 32
    ? `/chatter/feed-items/${likedId}/likes`
    : `/chatter/feed-elements/${likedId}/capabilities/chatter-likes/items`;
}

/** `a, b and c` */
function enumerate(parts: readonly Segment[][]): Segment[] {
  return parts.flatMap((part, index): Segment[] => {
    if (index === 0) return part;
    return [{ type: 'Text', text: index === parts.length - 1 ? ' and ' : ', ' }, ...part];
  });
}

/** Texts beside each other are one text. */
function joinText(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (last?.type === 'Text' && segment.type === 'Text') {
      joined[joined.length - 1] = { type: 'Text', text: last.text + segment.text };
    } else joined.push(segment);
  }
  return joined;
}
