import { mayEnter } from '../state/chat-server.js';
import type { Message, User } from '../state/model.js';
import { conversationList } from './conversation-list.js';
import { html, type Html, nothing } from './html.js';
import { chatPage } from './layout.js';
import { fkeyField } from './links.js';
import { messageList } from './message-list.js';
import type { PageContext } from './page-context.js';
import { type Paged, pager } from './pager.js';
import { userGeneral } from './user-general.js';
import { userPreferences } from './user-preferences.js';

export const userTabs = ['general', 'prefs', 'recent', 'replies', 'conversations'] as const;

export type UserTab = (typeof userTabs)[number];

/** What a profile shows beside the name. */
export interface UserView {
  readonly tab: UserTab;
  readonly rooms: 'current' | 'frequent';
  /** What the tabs `recent` and `replies` list. */
  readonly messages: Paged<Message>;
  readonly query: URLSearchParams;
}

const titles: Readonly<Record<UserTab, string>> = {
  general: 'message statistics and room frequency for this user',
  prefs: 'preferences for this user, including ignore list',
  recent: 'a chronological list of recent messages from this user',
  replies: 'a chronological list of messages that replied to this user',
  conversations: 'a list conversations this user has bookmarked',
};

const contents: Readonly<Record<UserTab, (context: PageContext, user: User, view: UserView) => Html>> = {
  general: (context, user, { rooms }) => userGeneral(context, user, rooms),
  prefs: userPreferences,
  recent: listed,
  replies: listed,
  conversations: (context, user) => conversationList(context, bookmarksOf(context, user)),
};

/** The profile of a user on one chat server. The preferences are for themselves alone. */
export function userPage(context: PageContext, user: User, view: UserView): Html {
  const tabs = userTabs.filter((tab) => tab !== 'prefs' || context.reader === user);
  const links = tabs.map((tab) => {
    const here = tab === view.tab ? html`class="youarehere"` : nothing;
    return html`<a ${here} href="?tab=${tab}" title="${titles[tab]}">${tab}</a> `;
  });
  return chatPage(context, {
    title: `User ${user.name}`,
    content: html`
      <div class="subheader">
        <h1>${user.name}</h1>
        <div id="tabs">${links}</div>
      </div>
      ${contents[view.tab](context, user, view)} ${fkeyField(context.fkey)}
    `,
  });
}

function listed(context: PageContext, _user: User, { messages, query }: UserView): Html {
  return html`<div id="content-messages">${messageList(context, messages.items)}</div>
    ${pager(messages, query)}`;
}

function bookmarksOf({ server, reader }: PageContext, user: User) {
  return [...server.rooms.values()]
    .filter((room) => mayEnter(room, reader))
    .flatMap((room) =>
      [...room.conversations.values()]
        .filter(({ userId }) => userId === user.id)
        .map((conversation) => ({ room, conversation })),
    );
}
