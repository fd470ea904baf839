import { type RoomListing, roomOrders } from '../state/list-rooms.js';
import type { Room } from '../state/model.js';
import { html, type Html, nothing } from './html.js';
import { chatPage } from './layout.js';
import { fkeyField } from './links.js';
import type { PageContext } from './page-context.js';
import { type Paged, pager } from './pager.js';
import { roomCard } from './room-card.js';

const tabTitles = [
  ['site', 'rooms of this site'],
  ['favorite', 'rooms you have starred as favorites'],
  ['all', 'all rooms'],
  ['events', 'rooms with scheduled events'],
  ['mine', 'rooms you are currently in'],
  ['invited', 'rooms you have been invited to'],
] as const;

const orderTitles: Readonly<Record<RoomListing['sort'], string>> = {
  active: 'recently active rooms first',
  created: 'newly created rooms first',
  people: 'most populated rooms first',
  event: 'next scheduled events first',
};

/** A list of rooms, which is also the front page. */
export function roomListPage(
  context: PageContext,
  listing: RoomListing,
  rooms: Paged<Room>,
  query: URLSearchParams,
): Html {
  const { tab, sort, filter, showsFrozen } = listing;
  // A server with one site has no need to tell sites apart.
  const tabs = tabTitles.filter(([name]) => name !== 'site' || context.server.site.roomsHaveSites);
  const [, what] = tabTitles.find(([name]) => name === tab) ?? ['all', 'all rooms'];
  return chatPage(context, {
    title: what,
    content: html`
      <div class="clear-both"></div>
      <div class="subheader">
        <h1>Rooms</h1>
        <div id="tabs">${tabs.map(([name, title]) => link(name === tab, name, sort, name, title))}</div>
      </div>
      <div class="room-tab-description">a list of ${what}, ${orderTitles[sort]}</div>
      <div id="roomsearch"><input type="text" id="search" name="search" value="${filter}" /></div>
      <div class="subtabs" style="width:auto">
        ${roomOrders.map((order) => link(order === sort, tab, order, order, orderTitles[order]))}
      </div>
      <div class="clear-both"></div>
      <div id="roomlist">
        ${rooms.items.map((room) => roomCard(context, room))} ${pager(rooms, query)}
        ${
          showsFrozen
            ? nothing
            : html`<div class="fr" style="padding:5px 6px 0 0; clear:both;">
                <a href="?tab=${tab}&sort=${sort}&nohide=true" class="button">show frozen rooms</a>
              </div>`
        }
      </div>
      <div class="clear-both"></div>
      ${fkeyField(context.fkey)}
    `,
  });
}

function link(isHere: boolean, tab: string, sort: string, label: string, title: string): Html {
  const here = isHere ? html`class="youarehere"` : nothing;
  return html`<a ${here} href="?tab=${tab}&sort=${sort}" title="${title}">${label}</a>`;
}
