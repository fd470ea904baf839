import { mayEnter } from '../state/chat-server.js';
import { html, type Html } from './html.js';
import { chatPage } from './layout.js';
import { fkeyField } from './links.js';
import type { PageContext } from './page-context.js';
import { roomCard } from './room-card.js';

/** The list of rooms, which is also the front page. */
export function homePage(context: PageContext): Html {
  const rooms = [...context.server.rooms.values()].filter(
    (room) => !room.frozen && mayEnter(room, context.reader),
  );
  return chatPage(context, {
    content: html`
      <div class="subheader"><h1>Rooms</h1></div>
      <div class="room-tab-description">a list of all rooms, recently active rooms first</div>
      <div id="roomlist">${rooms.map((room) => roomCard(context, room))}</div>
      <div class="clear-both"></div>
      ${fkeyField(context.fkey)}
    `,
  });
}
