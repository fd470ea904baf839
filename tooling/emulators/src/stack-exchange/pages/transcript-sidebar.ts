import { siteNameOf } from '../network/sites.js';
import type { Room } from '../state/model.js';
import type { TranscriptDay } from '../transcript/transcript-day.js';
import { hourBars } from './hour-bars.js';
import { html, type Html, nothing } from './html.js';
import { roomInfoPath, roomPath } from './links.js';
import type { PageContext } from './page-context.js';
import { dateOf } from './relative-time.js';
import { tagLinks } from './room-badges.js';
import { roomMini } from './room-mini.js';
import { transcriptPath } from './transcript-links.js';

/** Which room and which day one reads, and where else one can go. */
export function transcriptSidebar(
  context: PageContext,
  room: Room,
  shown: Pick<TranscriptDay, 'day' | 'messages' | 'previous' | 'next'>,
): Html {
  const host = room.siteHost;
  const name = siteNameOf(host);
  return html`<div id="sidebar">
    <div id="sidebar-content">
      <div id="info">
        <form method="get" action="/search">
          <input type="text" id="searchbox" name="q" />
          <input type="hidden" name="room" value="${room.id}" />
        </form>
        <div style="padding-top:3px;"><a href="/" class="button">all rooms</a></div>
        <br clear="left" />
        <h2>Transcript for</h2>
        ${calendarLink(room, shown.previous)} ${calendar(shown.day)} ${calendarLink(room, shown.next)}
        <br clear="left" />
        ${roomMini(context, room)}
        <div>${tagLinks(room)}</div>
        <br class="clear-both" />
        <div class="noprint">
          <div id="transcript-links">
            <a id="join-room" href="${roomPath(room)}" class="button">join this room</a><br />
            <a href="${roomInfoPath(room)}" class="button">about this room</a><br />
            ${
              context.reader === undefined
                ? nothing
                : html`<a class="button" href="#" id="bookmark-button">bookmark a conversation</a><br />`
            }
          </div>
          <br />
          ${hourBars(shown.messages)}
          <div class="msg-small">all times are UTC</div>
          <br />
        </div>
        <div id="transcript-logo">
          <a rel="noreferrer noopener" href="https://${host}" title="${name}">${name}</a>
        </div>
      </div>
    </div>
  </div>`;
}

function calendar(day: number): Html {
  const { month, date } = writtenOut(day);
  return html`<div class="icon" title="${dateOf(day)}">
    <div class="calendar"><span class="weekday">${month}</span>${date}</div>
  </div>`;
}

function calendarLink(room: Room, day: number | undefined): Html {
  if (day === undefined) return nothing;
  const { month, date } = writtenOut(day);
  return html`<a class="calendar-small-link" href="${transcriptPath(room.id, day)}">
    <div class="icon" title="${dateOf(day)}">
      <div class="calendar-small"><span class="weekday-small">${month}</span>${date}</div>
    </div>
  </a>`;
}

function writtenOut(day: number): { readonly month: string; readonly date: number } {
  const date = new Date(day);
  return {
    month: date.toLocaleDateString('en-US', { month: 'short', timeZone: 'UTC' }),
    date: date.getUTCDate(),
  };
}
