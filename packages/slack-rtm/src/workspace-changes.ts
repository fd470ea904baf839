import type { SlackEventMap } from './types/event-map.js';
import type { Conversation } from './types/conversation.js';
import type { MessageEvent } from './types/message.js';
import type { User } from './types/user.js';

/** What a workspace knows. */
export interface WorkspaceMaps {
  readonly users: Map<string, User>;
  readonly channels: Map<string, Conversation>;
}

/** Which event changes what. None of them fails over something that is not known. */
export type Changes = {
  readonly [Type in keyof SlackEventMap]?: (
    maps: WorkspaceMaps,
    event: SlackEventMap[Type],
    selfId: string | undefined,
  ) => void;
};

/** What an event about a conversation tells at least. */
interface InChannel {
  readonly channel: string;
}

/** Changes a conversation that is known. */
function amend({ channels }: WorkspaceMaps, id: string, fields: Partial<Conversation>): void {
  const known = channels.get(id);
  if (known !== undefined) channels.set(id, { ...known, ...fields, id });
}

/** A conversation that the event shows, over what was known of it. */
function show({ channels }: WorkspaceMaps, channel: Conversation, fields: Partial<Conversation>): void {
  channels.set(channel.id, { ...channels.get(channel.id), ...channel, ...fields, id: channel.id });
}

function join(maps: WorkspaceMaps, { channel }: { readonly channel: Conversation }): void {
  show(maps, channel, { is_member: true });
}

function leave(maps: WorkspaceMaps, { channel }: InChannel): void {
  amend(maps, channel, { is_member: false });
}

function archive(maps: WorkspaceMaps, { channel }: InChannel): void {
  amend(maps, channel, { is_archived: true });
}

function unarchive(maps: WorkspaceMaps, { channel }: InChannel): void {
  amend(maps, channel, { is_archived: false });
}

function open(maps: WorkspaceMaps, { channel }: InChannel): void {
  amend(maps, channel, { is_open: true });
}

function close(maps: WorkspaceMaps, { channel }: InChannel): void {
  amend(maps, channel, { is_open: false });
}

function remove({ channels }: WorkspaceMaps, { channel }: InChannel): void {
  channels.delete(channel);
}

function rename(maps: WorkspaceMaps, { channel }: SlackEventMap['channel_rename']): void {
  const { id, name, name_normalized: normalized = name } = channel;
  const { name: old, previous_names: previous = [] } = maps.channels.get(id) ?? {};
  const names =
    old === undefined || old === name ? previous : [old, ...previous.filter((each) => each !== old)];
  amend(maps, id, { name, name_normalized: normalized, previous_names: names });
}

function mark(maps: WorkspaceMaps, event: SlackEventMap['channel_marked']): void {
  const { channel, ts, unread_count: unread, unread_count_display: shown } = event;
  const counts = {
    ...(typeof unread === 'number' && { unread_count: unread }),
    ...(typeof shown === 'number' && { unread_count_display: shown }),
  };
  amend(maps, channel, { last_read: ts, ...counts });
}

function count(
  maps: WorkspaceMaps,
  event: InChannel & { readonly user: string },
  by: 1 | -1,
  selfId?: string,
): void {
  const { num_members: members } = maps.channels.get(event.channel) ?? {};
  amend(maps, event.channel, {
    ...(members !== undefined && { num_members: Math.max(0, members + by) }),
    ...(event.user === selfId && { is_member: by > 0 }),
  });
}

/** A user whom the event shows, unless what is known is newer. */
function showUser({ users }: WorkspaceMaps, { user }: { readonly user: User }): void {
  const known = users.get(user.id);
  if ((user.updated ?? Infinity) < (known?.updated ?? 0)) return;
  users.set(user.id, known?.presence === undefined ? user : { presence: known.presence, ...user });
}

function setPresence({ users }: WorkspaceMaps, ids: readonly (string | undefined)[], presence: string): void {
  for (const id of ids) {
    const known = users.get(id ?? '');
    if (known !== undefined) users.set(known.id, { ...known, presence });
  }
}

/** What messages tell that are about the conversation itself; most subtypes tell nothing of it. */
function note(maps: WorkspaceMaps, event: MessageEvent): void {
  const { channel, user: creator = '', ts, subtype } = event;
  const setBy = (value: string): Conversation['topic'] & object => ({
    value,
    creator,
    last_set: Math.floor(Number(ts)),
  });
  if (subtype === 'channel_topic' || subtype === 'group_topic') {
    amend(maps, channel, { topic: setBy(event.topic) });
  } else if (subtype === 'channel_purpose' || subtype === 'group_purpose') {
    amend(maps, channel, { purpose: setBy(event.purpose) });
  } else if (subtype === 'channel_name' || subtype === 'group_name') {
    rename(maps, { type: 'channel_rename', channel: { id: channel, name: event.name } });
  } else if (subtype === 'channel_archive' || subtype === 'group_archive') {
    archive(maps, event);
  } else if (subtype === 'channel_unarchive' || subtype === 'group_unarchive') {
    unarchive(maps, event);
  }
}

export const changes: Changes = {
  channel_created: (maps, { channel }) => {
    show(maps, channel, { is_archived: false, is_member: false });
  },
  channel_joined: join,
  group_joined: join,
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
  group_rename: (maps, { channel }) => {
    rename(maps, { type: 'channel_rename', channel });
  },
  channel_id_changed: ({ channels }, { old_channel_id: old, new_channel_id: id }) => {
    const known = channels.get(old);
    channels.delete(old);
    if (known !== undefined) channels.set(id, { ...known, id });
  },
  channel_marked: mark,
  group_marked: (maps, event) => {
    mark(maps, { ...event, type: 'channel_marked' });
  },
  mpim_marked: (maps, event) => {
    mark(maps, { ...event, type: 'channel_marked' });
  },
  im_marked: (maps, event) => {
    mark(maps, { ...event, type: 'channel_marked' });
  },
  group_open: open,
  mpim_open: open,
  im_open: open,
  group_close: close,
  mpim_close: close,
  im_close: close,
  im_created: (maps, { channel, user }) => {
    show(maps, channel, { is_im: true, user });
  },
  member_joined_channel: (maps, event, selfId) => {
    count(maps, event, 1, selfId);
  },
  member_left_channel: (maps, event, selfId) => {
    count(maps, event, -1, selfId);
  },
  message: note,
  team_join: showUser,
  user_change: showUser,
  user_profile_changed: showUser,
  user_status_changed: showUser,
  user_huddle_changed: showUser,
  presence_change: (maps, { user, users = [], presence }) => {
    setPresence(maps, [user, ...users], presence);
  },
  manual_presence_change: (maps, { presence }, selfId) => {
    setPresence(maps, [selfId], presence);
  },
};
