import type { Conversation } from '../state/model.js';
import type { Store } from '../state/store.js';
import type { Arguments } from '../wire/arguments.js';
import { renderWithReading, type Wire } from './conversation.js';

const common = ['id', 'name', 'created', 'creator', 'is_archived', 'topic', 'purpose'] as const;
const reading = ['last_read', 'latest', 'unread_count', 'unread_count_display'] as const;

/** A conversation as `rtm.start` and the methods of its kind showed it. `no_latest` and `no_unreads` leave things out. */
export function renderLegacyConversation(
  store: Store,
  conversation: Conversation,
  userId: string,
  args: Arguments,
): Wire {
  const { kind, members, pins } = conversation;
  const now = renderWithReading(store, conversation, userId);
  const left = new Set<string>([
    ...(args.flag('no_latest') ? ['latest'] : []),
    ...(args.flag('no_unreads') ? ['unread_count', 'unread_count_display'] : []),
  ]);
  const own = pick(
    now,
    reading.filter((key) => !left.has(key)),
  );
  const has_pins = pins.size > 0;
  if (kind === 'im') {
    return {
      ...pick(now, ['id', 'created', 'is_im', 'is_org_shared', 'user']),
      has_pins,
      ...own,
      is_open: now['is_open'],
    };
  }
  const head = { ...pick(now, common), has_pins, is_mpim: kind === 'mpim' };
  if (kind !== 'channel') {
    return { ...head, is_group: true, is_open: now['is_open'], ...own, members: [...members] };
  }
  // Of a channel that one is not in, less was told.
  return members.has(userId)
    ? { ...without(now, left), has_pins, priority: 0, members: [...members] }
    : { ...without(now, new Set([...reading, 'is_open'])), has_pins };
}

function without(from: Wire, left: ReadonlySet<string>): Wire {
  return Object.fromEntries(Object.entries(from).filter(([key]) => !left.has(key)));
}

function pick(from: Wire, keys: readonly string[]): Wire {
  return Object.fromEntries(keys.filter((key) => key in from).map((key) => [key, from[key]]));
}
