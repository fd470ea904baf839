import { messagesIn } from '../state/chat-server.js';
import type { Room } from '../state/model.js';
import { html, type Html, nothing } from './html.js';
import { chatPage } from './layout.js';
import { fkeyField } from './links.js';
import { messageList } from './message-list.js';
import type { PageContext } from './page-context.js';
import { shortNumber } from './relative-time.js';
import { conversationList } from './conversation-list.js';
import { roomAccess } from './room-access.js';
import { roomGeneral } from './room-general.js';
import { starredIn } from '../state/starred.js';

export const roomInfoTabs = ['general', 'stars', 'conversations', 'schedule', 'feeds', 'access'] as const;

export type RoomInfoTab = (typeof roomInfoTabs)[number];

const titles: Readonly<Record<RoomInfoTab, string>> = {
  general: 'message statistics and user frequency for this room',
  stars: 'a chronological list of all starred messages in this room',
  conversations: 'a chronological list conversations in this room bookmarked by users',
  schedule: 'control scheduled events for this room',
  feeds: 'control how feeds are configured to appear in this room',
  access: 'control the general access level of the room, or grant access to specific users',
};

/** What there is to know of a room without entering it. */
export function roomInfoPage(
  context: PageContext,
  room: Room,
  shown: { readonly tab: RoomInfoTab; readonly users: Users },
): Html {
  return chatPage(context, {
    title: shown.tab === 'general' ? 'Overview' : `${room.name} - ${shown.tab}`,
    content: html`
      <div class="subheader">
        <h1>${room.name}</h1>
        <div id="tabs">${roomInfoTabs.map((tab) => tabLink(context, room, tab, shown.tab))}</div>
      </div>
      ${contents[shown.tab](context, room, shown.users)} ${fkeyField(context.fkey)}
    `,
  });
}

type Users = 'current' | 'frequent';

const contents: Readonly<Record<RoomInfoTab, (context: PageContext, room: Room, users: Users) => Html>> = {
  general: roomGeneral,
  stars: (context, room) =>
    html`<div id="starred-messages">${messageList(context, chronological(context, room))}</div>`,
  conversations: (context, room) =>
    conversationList(
      context,
      [...room.conversations.values()].map((conversation) => ({ room, conversation })),
    ),
  schedule: () => html`<p>There are no scheduled events for this room.</p>`,
  feeds: () => html`<p>There are no feeds in this room.</p>`,
  access: roomAccess,
};

function chronological({ server }: PageContext, room: Room) {
  return starredIn(server, room.id).toSorted((a, b) => b.id - a.id);
}

function tabLink({ server }: PageContext, room: Room, tab: RoomInfoTab, shown: RoomInfoTab): Html {
  const counts: Readonly<Record<RoomInfoTab, number>> = {
    general: 0,
    stars: messagesIn(server, room.id).filter(({ stars }) => stars.size > 0).length,
    conversations: room.conversations.size,
    schedule: 0,
    feeds: 0,
    access: room.owners.size + room.writers.size + room.readers.size,
  };
  const here = tab === shown ? html`class="youarehere"` : nothing;
  const count =
    counts[tab] === 0 ? nothing : html`<span class="tabcount">${shortNumber(counts[tab])}</span> `;
  return html`<a ${here} href="?tab=${tab}" title="${titles[tab]}">${count}${tab}</a>`;
}
