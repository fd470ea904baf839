import { checkNumber, type CallOptions } from '@x/http-core';
import { refuseArgument } from './errors.js';
import type { Context } from './model/context.js';
import { moment } from './model/moment.js';
import type { Message } from './model/message.js';
import type { Room } from './model/room.js';
import type { User } from './model/user.js';
import { parseStars, type StarredPost } from './parse/stars.js';
import { path } from './path.js';

/** What of the list is wanted. */
export interface StarsOptions extends CallOptions {
  /** At most so many. Default: all that the list shows. */
  readonly count?: number | undefined;
}

/** A message in the list of what is starred in a room. */
export interface StarredMessage extends Pick<
  StarredPost,
  'content' | 'stars' | 'starredByYou' | 'pinned' | 'age'
> {
  readonly message: Message;
  /** Who sent it; absent when the account is gone. */
  readonly owner: User | undefined;
}

/** What is starred in a room, as its sidebar shows it: what is pinned comes first. */
export async function readStarred(
  context: Context,
  room: Room,
  { count = 0, ...call }: StarsOptions = {},
): Promise<StarredMessage[]> {
  checkNumber(refuseArgument, 'count', count);
  const askedAt = moment();
  const posts = parseStars(
    await context.http.page(path`/chats/stars/${room.id}`, { ...call, query: { count } }),
  );
  return posts.map(({ id, owner: author, content, stars, starredByYou, pinned, age }) => {
    const owner =
      author === undefined ? undefined : context.users.get(author.id).learn({ name: author.name });
    const message = context.messages.get(id);
    message.hearFromPage(askedAt, {
      // To whom it does not know, the list shows no star of their own.
      facts: { room, stars, pinned, ...(starredByYou && { starredByYou }), ...(owner && { owner }) },
    });
    return { message, owner, content, stars, starredByYou, pinned, age };
  });
}
