import { mayEnter, roomsOf } from '../state/chat-server.js';
import type { User } from '../state/model.js';
import { html, type Html, nothing } from './html.js';
import { chatPage } from './layout.js';
import { fkeyField, pictureOf, shownName, userPath } from './links.js';
import { messageStatistics } from './message-statistics.js';
import type { PageContext } from './page-context.js';
import { dateOf, timeAgo } from './relative-time.js';
import { roomCard } from './room-card.js';
import { slugOf } from './slug.js';
import { reputationFlair } from './user-card.js';

/** The profile of a user on one chat server. */
export function userPage(context: PageContext, user: User): Html {
  const { server, reader } = context;
  const messages = server.messages.by(user.id);
  const visible = [...server.rooms.values()].filter((room) => mayEnter(room, reader));
  const roomCount = new Set(messages.map(({ roomId }) => roomId)).size;
  const owned = visible.filter((room) => room.owners.has(user.id));
  const present = roomsOf(server, user.id).filter((room) => visible.includes(room));
  return chatPage(context, {
    title: `User ${user.name}`,
    content: html`
      <div class="subheader">
        <h1>${user.name}</h1>
        <div id="tabs">
          <a class="youarehere" href="?tab=general">general</a> <a href="?tab=recent">recent</a>
          <a href="?tab=replies">replies</a> <a href="?tab=conversations">conversations</a>
        </div>
      </div>
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
          <table class="activity-stats">
            <tbody>
              <tr>
                <td>${messageStatistics(messages, context.now)}</td>
              </tr>
            </tbody>
          </table>
          ${ignoreForm(context, user)}
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
            <a class="youarehere" href="${userPath(user)}?tab=general&rooms=current">currently in rooms</a>
          </div>
          <div id="user-roomcards-container" class="clear-both">
            ${present.map((room) => roomCard(context, room, user))}
          </div>
        </div>
      </div>
      ${fkeyField(context.fkey)}
    `,
  });
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
    html`<a href="//${host}/users/${id}/${slugOf(user.name)}">${user.name}</a>${reputationFlair(user)}`,
  ];
}

function ignoreForm({ reader, fkey }: PageContext, user: User): Html {
  if (reader === undefined || reader === user) return nothing;
  return html`<form method="post" action="/users/ignorelist/add">
    <input type="hidden" name="fkey" value="${fkey}" /><input type="hidden" name="id" value="${user.id}" />
  </form>`;
}
