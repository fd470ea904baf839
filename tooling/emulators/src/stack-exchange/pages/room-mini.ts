import { withoutTags } from '../content/escape.js';
import { messagesIn, presentIn } from '../state/chat-server.js';
import type { Room } from '../state/model.js';
import { html, type Html, rendered } from './html.js';
import { roomInfoPath, roomPath } from './links.js';
import type { PageContext } from './page-context.js';
import { accessIcon } from './room-badges.js';

const recentMs = 2 * 3_600_000;

/** A room in the smallest form, as beside its transcript and in the list to choose another from. */
export function roomMini({ server, now }: PageContext, room: Room): Html {
  const description = rendered(withoutTags(room.description));
  const recent = messagesIn(server, room.id).filter(({ postedAt }) => postedAt > now - recentMs).length;
  return html`<div class="room-mini">
    <div class="room-mini-header">
      <h3>
        ${accessIcon(room)}<span class="room-name"
          ><a rel="noreferrer noopener" href="${roomPath(room)}">${room.name}</a></span
        >
      </h3>
      <div title="${description}" class="room-mini-description">${description}</div>
    </div>
    <div class="room-current-user-count" title="current users">
      <a rel="noopener noreferrer" href="${roomInfoPath(room)}">${presentIn(server, room.id).length}</a>
    </div>
    <div class="room-message-count" title="messages in the last 2h">
      <a rel="noopener noreferrer" href="/transcript/${room.id}">${recent}</a>
    </div>
    <div class="clear-both"></div>
  </div>`;
}
