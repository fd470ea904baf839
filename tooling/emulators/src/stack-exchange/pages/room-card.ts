import { withoutTags } from '../content/escape.js';
import { messagesIn, presentIn } from '../state/chat-server.js';
import type { Room, User } from '../state/model.js';
import { html, type Html, nothing, rendered } from './html.js';
import { pictureOf, roomInfoPath, roomPath, userPath } from './links.js';
import type { PageContext } from './page-context.js';
import { shortNumber, timeAgo } from './relative-time.js';
import { accessIcon, favoriteMark } from './room-badges.js';

/** A room in a list. With `by`, the count is of what that user wrote there. */
export function roomCard(context: PageContext, room: Room, by?: User): Html {
  const { server, reader, now } = context;
  const messages = messagesIn(server, room.id);
  const count = by === undefined ? messages.length : messages.filter(({ userId }) => userId === by.id).length;
  const last = messages.at(-1);
  const lastAuthor = last === undefined ? undefined : server.users.get(last.userId);
  const present = presentIn(server, room.id);
  const description = rendered(withoutTags(room.description));
  const activity =
    last === undefined || lastAuthor === undefined
      ? nothing
      : html`${timeAgo(last.postedAt, now)} &ndash;
          <a href="${userPath(lastAuthor)}" title="${lastAuthor.name}">${lastAuthor.name}</a>`;
  return html` <div id="room-${room.id}" class="roomcard${room.frozen ? ' frozen' : ''}">
    <div class="room-header">
      <div title="Toggle as a favorite room" class="${favoriteMark(room, reader?.id)}"></div>
      <h3>
        ${accessIcon(room)}<span class="room-name" title="${room.name}"
          ><a rel="noreferrer noopener" href="${roomPath(room)}">${room.name}</a></span
        >
      </h3>
      <div class="room-description" title="${description}">${description}</div>
      <div class="clear-both"></div>
    </div>
    <div class="room-details"><div class="last-activity">${activity}</div></div>
    <div class="room-users" title="${present.length} users present">${present.map(face)}</div>
    <div
      class="room-message-count"
      title="${count} all time messages${by === undefined ? '' : ` (by ${by.name})`}"
    >
      <a href="/transcript/${room.id}">${shortNumber(count)}</a>
    </div>
    <div class="room-info-link"><a href="${roomInfoPath(room)}">info</a></div>
  </div>`;
}

function face(user: User): Html {
  return html`<a class="user-gravatar32" href="${userPath(user)}"
    ><img height="32" width="32" alt="${user.name}" title="${user.name}" src="${pictureOf(user, 32)}"
  /></a>`;
}
