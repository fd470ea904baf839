import type { Post } from '../state/post.js';
import { isoDate, type RenderContext } from './context.js';
import type { Json, JsonObject } from './json.js';
import { render } from './render.js';
import { renderUserSummary } from './user-summary.js';

const carriedReaders = 3;

/** Who else has read a post, latest first. The captured pages never list the viewer. */
export function readersOf(post: Post, viewerId: string): [userId: string, at: number][] {
  return [...post.readBy]
    .filter(([userId]) => userId !== viewerId)
    .toSorted(([, left], [, right]) => right - left);
}

/** Read By. */
export function renderReader([userId, at]: readonly [string, number], context: RenderContext): Json {
  const user = context.state.users.get(userId);
  const summary = user === undefined ? null : renderUserSummary(user, context);
  return render('ReadBy', { lastReadDateByUser: isoDate(at), user: summary }, context);
}

/** Read By Collection: the first readers, as a post carries them. */
export function renderReaders(post: Post, url: string, context: RenderContext): JsonObject {
  const readers = readersOf(post, context.viewer.id);
  const hasNext = readers.length > carriedReaders;
  const first = readers.slice(0, carriedReaders);
  return render(
    'ReadByCollection',
    {
      currentPageUrl: `${url}?pageSize=${carriedReaders}`,
      items: first.map((reader) => renderReader(reader, context)),
      nextPageToken: hasNext ? '1' : null,
      nextPageUrl: hasNext ? `${url}?page=1&pageSize=${carriedReaders}` : null,
      total: readers.length,
    },
    context,
  );
}
