import { plainContent } from './methods/content.js';
import { find, memberOf, requireMessage } from './lookups.js';
import { createChannelPeople, type SlackChannelPeople } from './people-channels.js';
import { type SlackAccounts, createAccounts } from './people-accounts.js';
import { type SlackPosts, createPosts } from './people-posts.js';
import { type SlackTeamPeople, createTeamPeople } from './people-team.js';
import type { Service } from './service.js';
import { toTeam } from './state/audiences.js';
import { deleteMessage, editMessage, postMessage } from './state/messages.js';
import { announceTyping } from './state/typing.js';
import type { Presence } from './state/model.js';
import { setPresence } from './state/users.js';
import type { Timestamp } from './timestamps.js';

/** A message as a test wants to see it. */
export interface SlackMessageSnapshot {
  readonly ts: Timestamp;
  readonly userId: string | undefined;
  readonly botId: string | undefined;
  readonly text: string;
  readonly threadTs: Timestamp | undefined;
}

/** A user or a conversation, as far as it takes to name it. Conversations of one or few people have no name of their own. */
export interface NamedThing {
  readonly id: string;
  readonly name: string;
}

/** What people do at their own screens, without calling this API. Users and channels are named by id or by name. */
export interface SlackPeople extends SlackChannelPeople, SlackPosts, SlackAccounts, SlackTeamPeople {
  users(): readonly NamedThing[];
  channels(): readonly NamedThing[];
  /** All messages of a conversation, replies included, oldest first. */
  messages(channel: string): readonly SlackMessageSnapshot[];
  /** A member posts; the result is the `ts`. */
  say(channel: string, user: string, text: string, options?: { readonly threadTs?: Timestamp }): Timestamp;
  /** The author changes a message. */
  edit(channel: string, ts: Timestamp, text: string): void;
  /** The author deletes a message. */
  remove(channel: string, ts: Timestamp): void;
  /** A member is seen typing. */
  types(channel: string, user: string): void;
  setPresence(user: string, presence: Presence): void;
  /** Adds an emoji of the workspace: the address of its picture, or `alias:` and the name of another. */
  addEmoji(name: string, value: string): void;
  removeEmoji(name: string): void;
}

export function createPeople(service: Service): SlackPeople {
  const { store } = service;
  return {
    ...createChannelPeople(service),
    ...createPosts(service),
    ...createAccounts(service),
    ...createTeamPeople(service),
    users: () => [...store.users.values()].map(({ id, name }) => ({ id, name })),
    channels: () => [...store.conversations.values()].map(({ id, name }) => ({ id, name })),
    messages: (channel) =>
      find(store.conversations, channel, 'channel').messages.all.map(
        ({ ts, userId, botId, text, threadTs }) => ({
          ts,
          userId,
          botId,
          text,
          threadTs,
        }),
      ),
    say(channel, user, text, { threadTs } = {}) {
      const conversation = find(store.conversations, channel, 'channel');
      const author = memberOf(service, conversation, user);
      if (threadTs !== undefined) requireMessage(conversation, threadTs);
      const { ts } = postMessage(service, conversation, {
        ...plainContent(service, text, author),
        userId: author.id,
        botId: author.botId,
        clientMessageId: service.ids.clientMessage(),
        threadTs,
      });
      return ts;
    },
    edit(channel, ts, text) {
      const conversation = find(store.conversations, channel, 'channel');
      const message = requireMessage(conversation, ts);
      const author = find(store.users, message.userId ?? '', 'user');
      editMessage(service, conversation, message, plainContent(service, text, author), author.id);
    },
    remove(channel, ts) {
      const conversation = find(store.conversations, channel, 'channel');
      deleteMessage(service, conversation, requireMessage(conversation, ts));
    },
    types(channel, user) {
      const conversation = find(store.conversations, channel, 'channel');
      const { id } = memberOf(service, conversation, user);
      announceTyping(service, conversation, id, undefined);
    },
    addEmoji(name, value) {
      store.emoji.set(name, value);
      const event_ts = service.timestamps.next();
      service.publish(toTeam({ type: 'emoji_changed', subtype: 'add', name, value, event_ts }));
    },
    removeEmoji(name) {
      if (!store.emoji.delete(name)) throw new RangeError(`There is no emoji ${name}.`);
      const event_ts = service.timestamps.next();
      service.publish(toTeam({ type: 'emoji_changed', subtype: 'remove', names: [name], event_ts }));
    },
    setPresence(reference, presence) {
      setPresence(service, find(store.users, reference, 'user'), presence);
    },
  };
}
