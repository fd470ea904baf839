import { messagesIn, presentIn } from '../state/chat-server.js';
import type { Room, User } from '../state/model.js';
import { html, type Html, nothing, rendered } from './html.js';
import { roomInfoPath } from './links.js';
import { messageStatistics } from './message-statistics.js';
import type { PageContext } from './page-context.js';
import { dateOf, timeAgoInWords } from './relative-time.js';
import { accessIcon, favoriteMark, tagLinks } from './room-badges.js';
import { siteLogo } from './site-logo.js';
import { userCard } from './user-card.js';

/** A room in figures, with its owners and with those who are there, or who are there often. */
export function roomGeneral(context: PageContext, room: Room, users: 'current' | 'frequent'): Html {
  const { server, now } = context;
  const messages = messagesIn(server, room.id);
  const writers = usersById(context, server.messages.authorsIn(room.id));
  const owners = usersById(context, room.owners);
  const frequent = writers.toSorted((a, b) => countOf(context, room, b) - countOf(context, room, a));
  const shown = users === 'current' ? presentIn(server, room.id) : frequent;
  return html`
    <div class="xxl-info-layout" style="float: left">
      <div class="roomcard-xxl" id="room-${room.id}">
        <div title="Toggle as a favorite room" class="${favoriteMark(room, context.reader?.id)}"></div>
        ${server.site.roomsHaveSites ? siteLogo(room.siteHost) : nothing}
        <h1>${accessIcon(room)}${room.name}</h1>
        <p>${rendered(room.description)}</p>
        <div>${tagLinks(room)}</div>
        <table class="room-stats">
          <tbody>
            <tr>
              <td class="room-keycell">first message</td>
              <td>${dateOf(messages[0]?.postedAt ?? room.createdAt)}</td>
            </tr>
            <tr>
              <td class="room-keycell">last message</td>
              <td>${timeAgoInWords(messages.at(-1)?.postedAt, now)}</td>
            </tr>
          </tbody>
        </table>
        ${messageStatistics(messages, now, 'room')}
        <div class="room-message-count-xxl" title="${messages.length} all time messages">
          ${messages.length}
        </div>
        <div class="room-user-count-xxl" title="${writers.length} all time users">${writers.length}</div>
      </div>
      <div id="room-ownercards">
        <h2>Owners of this room</h2>
        ${owners.map((user) => userCard(context, user, { room, idPrefix: 'owner-user' }))}
      </div>
    </div>
    <div class="xxl-info-layout" style="float: right">
      <div id="room-usercards">
        <div class="subtabs">
          ${subtab(room, users, 'current', 'currently in room')}${subtab(room, users, 'frequent', 'frequently in room')}
        </div>
        <div id="room-usercards-container" class="clear-both">
          ${shown.map((user) => userCard(context, user, { room, idPrefix: 'user' }))}
        </div>
      </div>
    </div>
  `;
}

function subtab(room: Room, shown: string, users: 'current' | 'frequent', label: string): Html {
  const here = shown === users ? html` class="youarehere"` : nothing;
  return html`<a${here} href="${roomInfoPath(room)}?id=${room.id}&tab=general&users=${users}">${label}</a>`;
}

function usersById({ server }: PageContext, ids: Iterable<number>): User[] {
  return [...ids].flatMap((id) => server.users.get(id) ?? []);
}

function countOf({ server }: PageContext, room: Room, user: User): number {
  return server.messages.inRoomBy(room.id, user.id).length;
}
