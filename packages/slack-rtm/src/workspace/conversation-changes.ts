import type { SlackEventMap } from '../types/event-map.js';
import { amend, show } from './amend.js';
import type { Changes, Draft } from './change.js';
import { kindOf } from './conversation-kind.js';
import { changeMembers } from './members.js';
import { meetUser } from './people.js';
import { isId, placeConversation, removeConversation } from './state.js';

/** What an event about a conversation tells at least. */
interface InChannel {
  readonly channel: string;
}

const counters = [
  'unread_count',
  'unread_count_display',
  'num_mentions',
  'num_mentions_display',
  'mention_count',
  'mention_count_display',
] as const;

function join(draft: Draft, { channel }: Pick<SlackEventMap['channel_joined'], 'channel'>): void {
  show(draft, channel, { is_member: true });
}

function leave(draft: Draft, { channel }: InChannel): void {
  const { state, rules, tell } = draft;
  const known = state.conversations.get(channel);
  if (rules.forgetLeft && known !== undefined && kindOf(known) === 'groups') {
    removeConversation(state, channel);
    tell({ what: 'conversation', how: 'removed', id: channel });
    return;
  }
  // Who I am is not known before the first connection.
  changeMembers(draft, channel, state.me?.id, -1, true);
  amend(draft, channel, { is_member: false });
}

export function archive(draft: Draft, { channel }: InChannel): void {
  amend(draft, channel, { is_archived: true });
}

export function unarchive(draft: Draft, { channel }: InChannel): void {
  amend(draft, channel, { is_archived: false });
}

function open(draft: Draft, { channel }: InChannel): void {
  amend(draft, channel, { is_open: true });
}

function openIm(draft: Draft, { channel, user }: InChannel & { readonly user?: string }): void {
  amend(draft, channel, { is_open: true, is_im: true, ...(isId(user) && { user }) });
}

function closeIm(draft: Draft, { channel }: InChannel): void {
  amend(draft, channel, { is_open: false });
}

function close(draft: Draft, { channel }: InChannel): void {
  amend(draft, channel, { is_open: false, ...(draft.rules.parity && { is_archived: true }) });
}

function remove(draft: Draft, { channel }: InChannel): void {
  const { state, rules, tell } = draft;
  if (rules.parity) {
    amend(draft, channel, { is_archived: true, is_open: false });
    return;
  }
  if (!isId(channel)) return;
  const known = removeConversation(state, channel);
  // What is being loaded may hold it, known or not.
  state.deleted.set(channel, { id: channel, ...known, is_archived: true, is_open: false });
  if (known !== undefined) tell({ what: 'conversation', how: 'removed', id: channel });
}

/** The name is another; the old one is remembered. */
export function rename(
  draft: Draft,
  { channel }: { readonly channel: SlackEventMap['channel_rename']['channel'] },
): void {
  const { id, name, name_normalized: normalized = name } = Object(channel) as typeof channel;
  if (!isId(name)) return;
  const { name: old, previous_names: previous = [] } = draft.state.conversations.get(id) ?? {};
  const isNews = old !== undefined && old !== name;
  const names = isNews && { previous_names: [old, ...previous.filter((each) => each !== old)] };
  amend(draft, id, { name, name_normalized: normalized, ...names });
}

function mark(
  draft: Draft,
  event: Pick<SlackEventMap['channel_marked'], 'channel' | 'ts' | 'dm_count' | (typeof counters)[number]>,
): void {
  const counts = counters.flatMap((name) => (typeof event[name] === 'number' ? [[name, event[name]]] : []));
  const { channel, ts, dm_count: ofIm } = event;
  amend(draft, channel, {
    last_read: ts,
    ...(typeof ofIm === 'number' && { unread_count: ofIm }),
    ...Object.fromEntries(counts),
  });
}

export const conversationChanges: Changes = {
  channel_created: (draft, { channel }) => {
    show(draft, channel, { is_archived: false, is_member: false });
  },
  channel_joined: join,
  group_joined: (draft, { channel }) => {
    // Of the time when private channels had no flag of their own.
    const { is_private: isPrivate = true } = Object(channel) as typeof channel;
    show(draft, channel, { is_member: true, is_private: isPrivate });
  },
  mpim_joined: join,
  channel_left: leave,
  group_left: leave,
  channel_archive: archive,
  group_archive: archive,
  channel_unarchive: unarchive,
  group_unarchive: unarchive,
  channel_deleted: remove,
  group_deleted: remove,
  channel_rename: rename,
  group_rename: rename,
  channel_marked: mark,
  group_marked: mark,
  mpim_marked: mark,
  im_marked: mark,
  group_open: open,
  mpim_open: open,
  im_open: openIm,
  group_close: close,
  mpim_close: close,
  im_close: closeIm,
  im_created: (draft, { channel, user }) => {
    meetUser(draft, user);
    show(draft, channel, { is_im: true, user });
  },
  channel_id_changed: ({ state, tell }, { old_channel_id: old, new_channel_id: id }) => {
    const members = state.members.get(old);
    const messages = state.messages.get(old);
    const isStub = state.stubs.has(old);
    const known = removeConversation(state, old);
    if (known === undefined || !isId(id)) return;
    placeConversation(state, { ...known, id });
    if (members !== undefined) state.members.set(id, members);
    if (messages !== undefined) state.messages.set(id, messages);
    if (isStub) state.stubs.add(id);
    tell({ what: 'conversation', how: 'removed', id: old });
    tell({ what: 'conversation', how: 'added', id });
  },
};
