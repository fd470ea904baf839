import { withoutTags } from '../content/escape.js';
import { toSeconds } from '../content/wire-json.js';
import { mayTalk, messagesIn, roomsOf } from '../state/chat-server.js';
import { currentRevision, type Room } from '../state/model.js';
import { html, type Html, nothing, rendered } from './html.js';
import { fkeyField, pictureOf, roomInfoPath, roomPath, shownName } from './links.js';
import type { PageContext } from './page-context.js';
import { presenceAttribute, presenceScript } from './presence.js';
import { accessIcon, favoriteMark, tagLinks } from './room-badges.js';
import { chatScript } from './room-script.js';

/** The room itself. Its messages are not in it: the page's script fetches them. */
export function roomPage(context: PageContext, room: Room, presence: 'attribute' | 'script'): Html {
  const { server, reader, fkey } = context;
  const list = presence === 'attribute' ? presenceAttribute(server, room) : nothing;
  const script = presence === 'script' ? presenceScript(server, room) : nothing;
  return html`<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">
    <html>
      <head>
        <title>${room.name} | ${server.site.host}</title>
        <base target="_blank" />
      </head>
      <body id="chat-body">
        <div id="container">
          <a
            rel="noopener noreferrer"
            class="button"
            href="/transcript/${room.id}"
            title="view the complete archived chat history for this room"
            >full transcript</a
          >
          <div id="main">
            <div id="chat"></div>
            ${inputArea(context, room)}
            <div id="sidebar">
              <div id="sidebar-content">
                <div id="info">
                  <a rel="noopener noreferrer" id="allrooms" class="button" href="/">all rooms</a>
                  <h1 id="roomtitle">
                    ${accessIcon(room)}
                    <span id="roomname">${room.name}</span>
                    <span
                      id="toggle-favorite"
                      title="Toggle this as a favorite room"
                      class="${favoriteMark(room, reader?.id)}"
                    >
                    </span>
                  </h1>
                  <div id="roomdesc">${rendered(room.description)}</div>
                  <div id="room-tags">${tagLinks(room)}</div>
                  <div id="sidebar-menu">
                    <a rel="noopener noreferrer" id="leave" href="/chats/leave/${room.id}">leave</a>
                    (<a rel="noopener noreferrer" id="leaveall" href="/chats/leave/all">all</a>) |
                    <a rel="noopener noreferrer" id="about-room" href="${roomInfoPath(room)}">info</a>
                  </div>
                </div>
                <div id="widgets">
                  <div class="sidebar-widget">
                    <ul id="present-users" class="collapsible fixed-max clear-both">
                      <li class="more"></li>
                    </ul>
                  </div>
                  <div class="sidebar-widget">
                    <ul id="my-rooms" class="collapsible">
                      ${otherRooms(context, room)}
                    </ul>
                  </div>
                  <div class="sidebar-widget">
                    <a rel="noopener noreferrer" href="/feeds/rooms/starred/${room.id}"
                      ><span class="feed-icon"> </span
                    ></a>
                    <div id="starred-posts">
                      <div class="votesummary"><ul class="collapsible"></ul></div>
                    </div>
                  </div>
                </div>
              </div>
            </div>
          </div>
        </div>
        ${list} ${chatScript(context, room, script)} ${fkeyField(fkey)}
      </body>
    </html> `;
}

/** Where one writes: absent for those who may only read. */
function inputArea({ reader, fkey }: PageContext, room: Room): Html {
  if (reader === undefined) return html`<div id="input-area"></div>`;
  const picture = pictureOf(reader, 64);
  const input = mayTalk(room, reader)
    ? html`<div id="bubble">
          <div id="inputerror"></div>
          <textarea id="input"></textarea>
        </div>
        <button class="button" id="sayit-button">send</button>`
    : html`<div id="bubble">
        Only users nominated by the room owner may talk here. See the <a href="/faq">faq</a> for more
        information.
        <form target="_self" method="post" action="/rooms/requestaccess">
          <input type="hidden" value="${room.id}" id="roomId" name="roomId" />
          <input name="fkey" type="hidden" value="${fkey}" />
          <input class="button" type="submit" value="request access" />
        </form>
      </div>`;
  return html` <div id="input-area">
    <div id="active-user" class="user-container user-${reader.id}">
      <div class="avatar user-gravatar64">
        <img height="64" width="64" title="${reader.name}" alt="${reader.name}" src="${picture}" />
      </div>
      <div class="username">${shownName(reader)}</div>
    </div>
    ${input}
  </div>`;
}

function otherRooms({ server, reader }: PageContext, room: Room): Html[] {
  if (reader === undefined) return [];
  return roomsOf(server, reader.id)
    .filter((other) => other !== room)
    .map((other) => {
      const last = messagesIn(server, other.id).findLast(({ deleted }) => deleted === undefined);
      const author = last === undefined ? undefined : server.users.get(last.userId);
      const lastMessage =
        last === undefined || author === undefined
          ? nothing
          : html`<div class="last-message">
              <span class="user-name">${author.name}</span>:
              <span class="text">${rendered(withoutTags(currentRevision(last).html))}</span>
              <div class="time data">${toSeconds(last.postedAt)}</div>
            </div>`;
      return html`<li id="room-${other.id}">
        <a rel="noreferrer noopener" href="${roomPath(other)}" title="switch to ${other.name}" target="_self"
          >${other.name}</a
        ><span class="quickleave" title="leave that room"></span>
        <div class="room-info">${lastMessage}</div>
      </li>`;
    });
}
