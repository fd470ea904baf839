import { renderBot } from '../render/bot.js';
import { renderConversation } from '../render/conversation.js';
import { renderFile } from '../render/file.js';
import { renderMessage } from '../render/message.js';
import { renderTeam } from '../render/team.js';
import { renderUser } from '../render/user.js';
import { renderUsergroup } from '../render/usergroup.js';
import { presenceOf } from '../rtm/presence.js';
import type { Service } from '../service.js';
import type { Conversation, User } from '../state/model.js';
import type { View } from '../state/view.js';

type Wire = Readonly<Record<string, unknown>>;

/** All that there is in the workspace, whoever may see it, in the shapes of the Web API. */
export interface SlackWorld {
  readonly team: object;
  /** Settings of the team that were set. */
  readonly prefs: Wire;
  /** With their presence. */
  readonly users: readonly Wire[];
  readonly bots: readonly object[];
  readonly apps: readonly { readonly id: string; readonly name: string; readonly classic: boolean }[];
  /** Conversations of every kind with the ids of their members, all their messages, oldest first, and the pins. */
  readonly conversations: readonly Wire[];
  readonly usergroups: readonly object[];
  readonly files: readonly Wire[];
  /** The windows and home pages of apps as they gave them, with whom they are shown to. */
  readonly views: readonly View[];
  /** By name: the address of a picture, or `alias:` and another name. */
  readonly emoji: Readonly<Record<string, string>>;
}

/** What the workspace is like now. */
export function viewWorld(service: Service): SlackWorld {
  const { store } = service;
  return {
    team: renderTeam(store.team),
    prefs: Object.fromEntries(store.teamPrefs),
    users: [...store.users.values()].map((user) => viewUser(service, user)),
    bots: [...store.bots.values()].map((bot) => renderBot(bot)),
    apps: [...store.apps.values()].map(({ id, name, classic }) => ({ id, name, classic })),
    conversations: [...store.conversations.values()].map((conversation) =>
      viewConversation(service, conversation),
    ),
    usergroups: [...store.usergroups.values()].map((group) =>
      renderUsergroup(store, group, { users: true, count: true }),
    ),
    files: [...store.files.values()].map((file) => renderFile(store, file)),
    views: [...store.views.values()],
    emoji: Object.fromEntries(store.emoji),
  };
}

function viewUser(service: Service, user: User): Wire {
  return { ...renderUser(service.store, user), presence: presenceOf(service, user.id) };
}

function viewConversation({ store }: Service, conversation: Conversation): Wire {
  const [first = ''] = conversation.members;
  return {
    ...renderConversation(store, conversation, first),
    members: [...conversation.members],
    messages: conversation.messages.all.map((message) => renderMessage(store, conversation, message)),
    pins: [...conversation.pins.keys()],
  };
}
