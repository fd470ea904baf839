import { withoutTags } from '../content/escape.js';
import { messagesIn, presentIn } from '../state/chat-server.js';
import type { Room, User } from '../state/model.js';
import { activityBars } from './hour-bars.js';
import { html, type Html, nothing, rendered } from './html.js';
import { pictureOf, roomInfoPath, roomPath, userPath } from './links.js';
import type { PageContext } from './page-context.js';
import { shortNumber, timeAgo } from './relative-time.js';
import { accessIcon, favoriteMark } from './room-badges.js';
import { siteLogo } from './site-logo.js';

/** A room in a list. With `by`, the count is of what that user wrote there. */
export function roomCard(context: PageContext, room: Room, by?: User): Html {
  const { server, reader, now } = context;
  const messages = messagesIn(server, room.id);
  const count = by === undefined ? messages.length : server.messages.inRoomBy(room.id, by.id).length;
  const last = messages.at(-1);
  const lastAuthor = last === undefined ? undefined : server.users.get(last.userId);
  const present = presentIn(server, room.id);
  const description = rendered(withoutTags(room.description));
  const activity =
    last === undefined || lastAuthor === undefined
      ? nothing
      : html`${timeAgo(last.postedAt, now)} &ndash;
          <a href="${userPath(lastAuthor)}" title="${lastAuthor.name}">${lastAuthor.name}</a>`;
  const state = `${room.frozen ? ' frozen' : ''}${room.deleted ? ' deleted' : ''}`;
  return html` <div id="room-${room.id}" class="roomcard${state}">
    <div class="room-header">
      <div title="Toggle as a favorite room" class="${favoriteMark(room, reader?.id)}"></div>
      <h3>
        ${accessIcon(room)}<span class="room-name" title="${room.name}"
          ><a rel="noreferrer noopener" href="${roomPath(room)}">${room.name}</a></span
        >
      </h3>
      ${siteLogo(room.siteHost)}
      <div class="room-description" title="${description}">${description}</div>
      <div class="clear-both"></div>
    </div>
    <div class="room-details">
      <div
        class="mini-room-chart"
        title="Typical room activity over a 24-hour period; current time is highlighted"
      >
        ${activityBars(messages, now)}
      </div>
      <div class="cycle"><div class="last-activity">${activity}</div></div>
      <div class="room-users" title="${present.length} ${present.length === 1 ? 'user' : 'users'} present">
        ${present.map((user) => face(context, room, user))}
      </div>
    </div>
    <div
      class="room-message-count"
      title="${count} all time messages${by === undefined ? '' : ` (by ${by.name})`}"
    >
      <a href="/transcript/${room.id}">${shortNumber(count)}</a>
    </div>
    <div class="room-user-count" title="all time users">
      ${[...server.messages.authorsIn(room.id)].length}
    </div>
    <div class="room-info-link"><a href="${roomInfoPath(room)}">info</a></div>
  </div>`;
}

/** Somebody who is in the room, and what they have said there. */
function face({ server, now }: PageContext, room: Room, user: User): Html {
  const all = messagesIn(server, room.id).length;
  const posts = server.messages.inRoomBy(room.id, user.id);
  const last = posts.at(-1);
  const share = Math.floor((100 * posts.length) / Math.max(1, all));
  const summary =
    last === undefined
      ? `${user.name}: no posts`
      : `${user.name}: ${timeAgo(last.postedAt, now)}, ${posts.length} posts (${share}%)`;
  return html`<a class="user-gravatar32" href="${userPath(user)}"
    ><img height="32" width="32" alt="${summary}" title="${summary}" src="${pictureOf(user, 32)}"
  /></a>`;
}
