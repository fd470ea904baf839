import { find, memberOf, requireMessage } from './lookups.js';
import type { Service } from './service.js';
import { createChannel, renameChannel, setArchived } from './state/channel-changes.js';
import { createDirect, openDirect } from './state/direct-conversations.js';
import { findDirect } from './state/conversations.js';
import { join, leave } from './state/membership.js';
import { addReaction, removeReaction } from './state/reactions.js';
import type { Timestamp } from './timestamps.js';

/** What people do with channels and messages at their own screens. Users and channels are named by id or by name. */
export interface SlackChannelPeople {
  /** A member reacts to a message. `name` goes without colons. */
  react(channel: string, user: string, ts: Timestamp, name: string): void;
  /** A member takes a reaction back. */
  unreact(channel: string, user: string, ts: Timestamp, name: string): void;
  /** Makes a channel of which its creator is the only member; the result is its id. */
  createChannel(user: string, name: string, options?: { readonly isPrivate?: boolean }): string;
  /** A user comes into a channel, by an invitation of `inviter` or without one. */
  join(channel: string, user: string, options?: { readonly inviter?: string }): void;
  /** A member brings somebody into a channel. */
  invite(inviter: string, channel: string, user: string): void;
  /** A user leaves a channel. */
  leave(channel: string, user: string): void;
  rename(channel: string, user: string, name: string): void;
  /** Closes a channel to everything but reading, or opens it again. */
  archive(channel: string, user: string, isArchived?: boolean): void;
  /** Somebody opens the IM with another user; the result is its id. */
  openIm(user: string, other: string): string;
}

export function createChannelPeople(service: Service): SlackChannelPeople {
  const { store } = service;
  const channelOf = (reference: string) => find(store.conversations, reference, 'channel');
  const userOf = (reference: string) => find(store.users, reference, 'user');
  const enter: SlackChannelPeople['join'] = (channel, user, { inviter } = {}) => {
    const conversation = channelOf(channel);
    const { id } = userOf(user);
    if (conversation.members.has(id)) return;
    join(service, conversation, id, inviter === undefined ? undefined : userOf(inviter).id);
  };
  return {
    react(channel, user, ts, name) {
      const conversation = channelOf(channel);
      const { id: userId } = memberOf(service, conversation, user);
      addReaction(service, conversation, requireMessage(conversation, ts), { userId, name });
    },
    unreact(channel, user, ts, name) {
      const conversation = channelOf(channel);
      const { id: userId } = memberOf(service, conversation, user);
      removeReaction(service, conversation, requireMessage(conversation, ts), { userId, name });
    },
    createChannel: (user, name, { isPrivate = false } = {}) =>
      createChannel(service, userOf(user), { name, isPrivate }).id,
    join: enter,
    invite(inviter, channel, user) {
      memberOf(service, channelOf(channel), inviter);
      enter(channel, user, { inviter });
    },
    leave(channel, user) {
      const conversation = channelOf(channel);
      leave(service, conversation, memberOf(service, conversation, user).id);
    },
    rename: (channel, user, name) => renameChannel(service, channelOf(channel), userOf(user), name),
    archive: (channel, user, isArchived = true) =>
      setArchived(service, channelOf(channel), userOf(user), isArchived),
    openIm(user, other) {
      const [one, partner] = [userOf(user), userOf(other)];
      const known = findDirect(store, new Set([one.id, partner.id]));
      const conversation = known ?? createDirect(service, [one, partner]);
      openDirect(service, conversation, one.id);
      return conversation.id;
    },
  };
}
