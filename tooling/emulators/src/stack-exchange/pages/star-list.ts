import { withoutTags } from '../content/escape.js';
import { isOwner } from '../state/chat-server.js';
import { currentRevision, type Message, type Room } from '../state/model.js';
import { html, type Html, nothing, rendered } from './html.js';
import { nameLink } from './monologue.js';
import type { PageContext } from './page-context.js';
import { timeAgo } from './relative-time.js';
import { starMark } from './star-mark.js';

/** The starred messages of a room as its sidebar lists them: entries without a list around them. */
export function starList(context: PageContext, room: Room, messages: readonly Message[]): Html {
  const { server, reader, now } = context;
  // For owners only: it takes all stars away.
  const unstar = isOwner(room, reader)
    ? html` <span class="quick-unstar" title="cancel all stars"></span>`
    : nothing;
  const entries = messages.map((message) => {
    const { id, userId, postedAt } = message;
    const text = rendered(withoutTags(currentRevision(message).html));
    return html`<li id="summary_${id}">
      ${starMark(message, reader)} ${text}
      <a class="permalink" href="/transcript/message/${id}#${id}"><span class="permalink">&nbsp;- </span></a
      >${nameLink(server.users.get(userId), userId)}
      <span class="relativetime">${timeAgo(postedAt, now).replace(/ ago$/, '')}</span>${unstar}
    </li>`;
  });
  return html`${entries}`;
}
