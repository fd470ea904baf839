import { messagesIn, presentIn } from '../state/chat-server.js';
import type { Room, User } from '../state/model.js';
import { html, type Html, nothing, rendered } from './html.js';
import { chatPage } from './layout.js';
import { roomInfoPath } from './links.js';
import { messageStatistics } from './message-statistics.js';
import type { PageContext } from './page-context.js';
import { dateOf, shortNumber, timeAgo } from './relative-time.js';
import { accessIcon, favoriteMark, tagLinks } from './room-badges.js';
import { userCard } from './user-card.js';

/** What there is to know of a room without entering it: the tab `general`. */
export function roomInfoPage(context: PageContext, room: Room, users: 'current' | 'frequent'): Html {
  const { server, now } = context;
  const messages = messagesIn(server, room.id);
  const writers = usersById(
    context,
    messages.map(({ userId }) => userId),
  );
  const owners = usersById(context, [...room.owners]);
  const shown = users === 'current' ? presentIn(server, room.id) : writers;
  return chatPage(context, {
    title: 'Overview',
    content: html`
      <div class="subheader">
        <h1>${room.name}</h1>
        ${tabs(context, room)}
      </div>
      <div class="xxl-info-layout" style="float: left">
        <div class="roomcard-xxl" id="room-${room.id}">
          <div title="Toggle as a favorite room" class="${favoriteMark(room, context.reader?.id)}"></div>
          ${siteLogo(context)}
          <h1>${accessIcon(room)}${room.name}</h1>
          <p>${rendered(room.description)}</p>
          <div>${tagLinks(room, server.site.login.host)}</div>
          <table class="room-stats">
            <tbody>
              <tr>
                <td class="room-keycell">first message</td>
                <td>${dateOf(messages[0]?.postedAt ?? room.createdAt)}</td>
              </tr>
              <tr>
                <td class="room-keycell">last message</td>
                <td>${timeAgo(messages.at(-1)?.postedAt, now)}</td>
              </tr>
            </tbody>
          </table>
          <table class="activity-stats">
            <tbody>
              <tr>
                <td>${messageStatistics(messages, now)}</td>
              </tr>
            </tbody>
          </table>
          <div class="room-message-count-xxl" title="${messages.length} all time messages">
            ${messages.length}
          </div>
          <div class="room-user-count-xxl" title="${writers.length} all time users">${writers.length}</div>
        </div>
        <div id="room-ownercards">
          <h2>Owners of this room</h2>
          ${owners.map((user) => userCard(context, room, user, 'owner-user'))}
        </div>
      </div>
      <div class="xxl-info-layout" style="float: right">
        <div id="room-usercards">
          <div class="subtabs">
            ${subtab(room, users, 'current', 'currently in room')}${subtab(room, users, 'frequent', 'frequently in room')}
          </div>
          <div id="room-usercards-container" class="clear-both">
            ${shown.map((user) => userCard(context, room, user, 'user'))}
          </div>
        </div>
      </div>
    `,
  });
}

/** The logo names the site that a room belongs to. Chat servers with one site only show none. */
function siteLogo({ server }: PageContext): Html {
  if (!server.site.roomsHaveSites) return nothing;
  const { name, host } = server.site.login;
  return html`<img
    class="small-site-logo"
    title="${name}"
    alt="${name}"
    width="16"
    height="16"
    src="https://${host}/favicon.ico"
  />`;
}

function tabs({ server }: PageContext, room: Room): Html {
  const starred = messagesIn(server, room.id).filter(({ stars }) => stars.size > 0).length;
  const count = (number: number): Html =>
    number === 0 ? nothing : html`<span class="tabcount">${shortNumber(number)}</span> `;
  return html` <div id="tabs">
    <a class="youarehere" href="?tab=general">general</a>
    <a href="?tab=stars">${count(starred)}stars</a>
    <a href="?tab=conversations">conversations</a>
    <a href="?tab=schedule">schedule</a>
    <a href="?tab=feeds">feeds</a>
    <a href="?tab=access">${count(room.owners.size + room.writers.size)}access</a>
  </div>`;
}

function subtab(room: Room, shown: string, users: 'current' | 'frequent', label: string): Html {
  const here = shown === users ? html` class="youarehere"` : nothing;
  return html`<a${here} href="${roomInfoPath(room)}?id=${room.id}&tab=general&users=${users}">${label}</a>`;
}

function usersById({ server }: PageContext, ids: readonly number[]): User[] {
  return [...new Set(ids)].flatMap((id) => server.users.get(id) ?? []);
}
