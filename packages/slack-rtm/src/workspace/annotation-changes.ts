import type { HistoryMessage } from '../types/message.js';
import type { PinnedItem } from '../types/message-events.js';
import type { Changes, Draft } from './change.js';
import { amendMessage } from './message-cache.js';
import { meetUser } from './people.js';

type Reaction = NonNullable<HistoryMessage['reactions']>[number];

/** Somebody reacted (1), or took it back (-1). What a list of users lacks, the count has all the same. */
function react(
  reactions: readonly Reaction[] = [],
  name: string,
  user: string,
  by: 1 | -1,
): readonly Reaction[] {
  const known = reactions.find((reaction) => reaction.name === name) ?? { name, count: 0, users: [] };
  const others = known.users.filter((each) => each !== user);
  if (by > 0 && others.length < known.users.length) return reactions;
  const changed = { ...known, count: known.count + by, users: by > 0 ? [...others, user] : others };
  const rest = reactions.filter((reaction) => reaction.name !== name);
  if (changed.count <= 0) return rest;
  return rest.length === reactions.length
    ? [...reactions, changed]
    : reactions.map((reaction) => (reaction.name === name ? changed : reaction));
}

function pin(draft: Draft, channel: string, item: PinnedItem, isPinned: boolean): void {
  amendMessage(draft, channel, item?.message?.ts, ({ pinned_to: pinned = [], ...message }) => {
    const others = pinned.filter((each) => each !== channel);
    const now = isPinned ? [...others, channel] : others;
    return { ...message, ...(now.length > 0 && { pinned_to: now }) };
  });
}

function star(draft: Draft, item: PinnedItem, isStarred: boolean): void {
  amendMessage(draft, item?.channel, item?.message?.ts, (message) => ({ ...message, is_starred: isStarred }));
}

export const annotationChanges: Changes = {
  reaction_added: (draft, { item, reaction, user }) => {
    meetUser(draft, user);
    amendMessage(draft, item?.channel, item?.ts, (message) => ({
      ...message,
      reactions: react(message.reactions, reaction, user, 1),
    }));
  },
  reaction_removed: (draft, { item, reaction, user }) => {
    meetUser(draft, user);
    amendMessage(draft, item?.channel, item?.ts, ({ reactions, ...message }) => {
      const rest = react(reactions, reaction, user, -1);
      return rest.length > 0 ? { ...message, reactions: rest } : message;
    });
  },
  pin_added: (draft, { channel_id: channel, item }) => {
    pin(draft, channel, item, true);
  },
  pin_removed: (draft, { channel_id: channel, item }) => {
    pin(draft, channel, item, false);
  },
  star_added: (draft, { item }) => {
    star(draft, item, true);
  },
  star_removed: (draft, { item }) => {
    star(draft, item, false);
  },
};
