import type { Conversation, Room } from '../state/model.js';
import { html, type Html } from './html.js';
import { nameLink } from './monologue.js';
import type { PageContext } from './page-context.js';
import { dateOf } from './relative-time.js';

/** Bookmarked conversations, the newest first. */
export function conversationList(
  { server }: PageContext,
  bookmarks: readonly { readonly room: Room; readonly conversation: Conversation }[],
): Html {
  if (bookmarks.length === 0) return html`<p>There are no bookmarked conversations.</p>`;
  const entries = bookmarks
    .toSorted((a, b) => b.conversation.at - a.conversation.at)
    .map(
      ({ room, conversation: { slug, title, userId, at } }) =>
        html`<div class="conversation">
          <h3><a href="/rooms/${room.id}/conversation/${slug}">${title}</a></h3>
          <span class="conversation-by">
            bookmarked on <span class="date">${dateOf(at)}</span> by
            ${nameLink(server.users.get(userId), userId)}
          </span>
        </div>`,
    );
  return html`<div id="conversations">${entries}</div>`;
}
