import { messagesIn } from '../state/chat-server.js';
import type { Conversation, Room } from '../state/model.js';
import { dayOf } from '../transcript/days.js';
import { html, type Html } from './html.js';
import { messageGroups } from './message-groups.js';
import { nameLink } from './monologue.js';
import type { PageContext } from './page-context.js';
import { dateOf } from './relative-time.js';
import { transcriptLayout } from './transcript-layout.js';
import { transcriptPath } from './transcript-links.js';
import { transcriptSidebar } from './transcript-sidebar.js';

/** A bookmarked conversation: a transcript of nothing else, however many days it took. */
export function conversationPage(context: PageContext, room: Room, conversation: Conversation): Html {
  const { slug, title, firstMessageId, lastMessageId, userId, at } = conversation;
  const messages = messagesIn(context.server, room.id).filter(
    ({ id }) => id >= firstMessageId && id <= lastMessageId,
  );
  const day = dayOf(messages[0]?.postedAt ?? at);
  const by = nameLink(context.server.users.get(userId), userId);
  return transcriptLayout(context, room, {
    title: `${room.name} - ${title}`,
    canonical: `/rooms/${room.id}/conversation/${slug}`,
    links: html`
      <a href="${transcriptPath(room.id, day)}" class="button noprint" title="${dateOf(day)}"
        >transcript of this day</a
      >
      <h2 class="conversation-title">${title}</h2>
      <div class="msg-small">bookmarked on ${dateOf(at)} by ${by}</div>
      <div class="clear-both"></div>
    `,
    messages: messageGroups(context, messages),
    sidebar: transcriptSidebar(context, room, { day, messages, previous: undefined, next: undefined }),
  });
}
