import { mayEnter, roomsOf } from '../state/chat-server.js';
import type { Room, User } from '../state/model.js';
import { html, type Html, nothing } from './html.js';
import { pictureOf, shownName, userPath } from './links.js';
import { messageStatistics } from './message-statistics.js';
import type { PageContext } from './page-context.js';
import { dateOf, timeAgo } from './relative-time.js';
import { roomCard } from './room-card.js';
import { siteLogo } from './site-logo.js';
import { slugOf } from './slug.js';
import { reputationFlair } from './user-card.js';

/** A user in figures, with the rooms they own and those they are in, or are in often. */
export function userGeneral(context: PageContext, user: User, rooms: 'current' | 'frequent'): Html {
  const { server, reader } = context;
  const messages = server.messages.by(user.id);
  const visible = [...server.rooms.values()].filter((room) => mayEnter(room, reader));
  const countIn = (room: Room): number => server.messages.inRoomBy(room.id, user.id).length;
  const roomCount = new Set(messages.map(({ roomId }) => roomId)).size;
  const owned = visible.filter((room) => room.owners.has(user.id));
  const shown =
    rooms === 'current'
      ? roomsOf(server, user.id).filter((room) => visible.includes(room))
      : visible.filter((room) => countIn(room) > 0).toSorted((a, b) => countIn(b) - countIn(a));
  return html`
    <div class="xxl-info-layout" style="float: left">
      <div class="usercard-xxl">
        <table>
          <tbody>
            <tr>
              <td>
                <img
                  src="${pictureOf(user, 128)}"
                  height="128"
                  width="128"
                  alt="${user.name}"
                  class="user-gravatar-128"
                />
              </td>
              <td>
                <div class="user-status" style="float: left">${shownName(user)}</div>
                <table class="user-stats">
                  <tbody>
                    ${statistics(context, user)}
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
        ${messageStatistics(messages, context.now, 'user')}
        <form action="/search" method="get">
          <input type="hidden" name="user" value="${user.id}" />
          <input class="button" type="submit" value="search for messages containing" />
          <input type="text" name="q" style="width: 200px" />
        </form>
        ${actionForms(context, user)}
        <div class="user-message-count-xxl" title="${messages.length} all time messages">
          ${messages.length}
        </div>
        <div class="user-room-count-xxl" title="${roomCount} all time rooms">${roomCount}</div>
      </div>
      ${
        owned.length === 0
          ? nothing
          : html`<div id="user-owningcards">
              <h2>Owner of these rooms</h2>
              ${owned.map((room) => roomCard(context, room, user))}
            </div>`
      }
    </div>
    <div class="xxl-info-layout" style="float: right">
      <div id="user-roomcards">
        <div class="subtabs">
          ${subtab(user, rooms, 'current', 'currently in rooms')}${subtab(user, rooms, 'frequent', 'frequently in rooms')}
        </div>
        <div id="user-roomcards-container" class="clear-both">
          ${shown.map((room) => roomCard(context, room, user))}
        </div>
      </div>
    </div>
  `;
}

function subtab(user: User, shown: string, rooms: 'current' | 'frequent', label: string): Html {
  const here = shown === rooms ? html`class="youarehere"` : nothing;
  return html`<a ${here} href="${userPath(user)}?tab=general&rooms=${rooms}">${label}</a> `;
}

/** Rows go missing for those whom they do not fit, and one's own page has controls among them. */
function statistics({ reader, now }: PageContext, user: User): Html[] {
  const row = (key: Html, value: Html): Html =>
    html`<tr>
      <td class="user-keycell">${key}</td>
      <td class="user-valuecell">${value}</td>
    </tr>`;
  const editLink =
    reader === user
      ? html` <span id="edit-message-container">(<a href="#" id="edit-message">edit</a>)</span>`
      : nothing;
  const about =
    user.about === '' && reader !== user ? [] : [row(html`about${editLink}`, html`${user.about}`)];
  return [
    row(html`chat user since`, html`${dateOf(user.createdAt)}`),
    row(html`last message`, html`${timeAgo(user.lastPostAt, now)}`),
    row(html`last seen`, html`${timeAgo(user.lastSeenAt, now)}`),
    ...about,
    ...parentRow(user).map((value) => row(html`parent user`, value)),
  ];
}

function parentRow(user: User): Html[] {
  if (user.parent === undefined) return [];
  const { host, id } = user.parent;
  return [
    html`<a href="//${host}/users/${id}/${slugOf(user.name)}">${siteLogo(host)}&nbsp;${user.name}</a
      >${reputationFlair(user)}`,
  ];
}

/** What one can do about somebody else. */
function actionForms({ server, reader, fkey }: PageContext, user: User): Html {
  if (reader === undefined || reader === user || user.id < 0) return nothing;
  const rooms = roomsOf(server, reader.id).map(
    (room) => html`<option value="${room.id}">${room.name}</option>`,
  );
  const form = (action: string, label: string, fields: Html): Html =>
    html`<form method="post" action="${action}">
      <input name="fkey" type="hidden" value="${fkey}" />${fields}
      <input class="button" type="submit" value="${label}" />
    </form>`;
  return html`
    ${
      rooms.length === 0
        ? nothing
        : form(
            '/users/invite',
            'invite this user to',
            html`<input type="hidden" name="UserId" value="${user.id}" /><select name="RoomId">
                ${rooms}
              </select>`,
          )
    }
    ${form(
      '/rooms/pairoff',
      'start a new room with this user',
      html`<input type="hidden" name="withUserId" value="${user.id}" />`,
    )}
    ${form(
      '/users/ignorelist/add',
      'ignore this user',
      html`<input type="hidden" name="id" value="${user.id}" />`,
    )}
  `;
}
