import { partnerOf } from '../state/conversations.js';
import { unreadOf } from '../state/unread.js';
import type { Conversation, Note } from '../state/model.js';
import type { Store } from '../state/store.js';
import { never } from '../timestamps.js';
import { renderMessage } from './message.js';

export type Wire = Readonly<Record<string, unknown>>;

/** A conversation as every list shows it. */
export function renderConversation(store: Store, conversation: Conversation, userId: string): Wire {
  return conversation.kind === 'im'
    ? renderIm(store, conversation, userId)
    : renderNamed(store, conversation);
}

/** A conversation with what concerns the one who asks, as `conversations.info` shows it. */
export function renderDetail(store: Store, conversation: Conversation, userId: string): Wire {
  const base = renderConversation(store, conversation, userId);
  if (conversation.kind === 'im') {
    const { is_user_deleted: _, ...im } = base;
    return { ...im, ...renderReading(store, conversation, userId) };
  }
  const isMember = conversation.members.has(userId);
  return {
    ...base,
    is_member: isMember,
    ...(isMember ? { last_read: conversation.lastRead.get(userId) ?? never } : {}),
    ...(conversation.kind === 'channel' ? {} : { is_open: isOpen(conversation, userId) }),
  };
}

/** A conversation with how far the one who asks has read, as the methods that change it show it. */
export function renderWithReading(store: Store, conversation: Conversation, userId: string): Wire {
  return {
    ...renderDetail(store, conversation, userId),
    ...renderReading(store, conversation, userId),
    is_member: conversation.members.has(userId),
  };
}

/** How far the one who asks has read. */
function renderReading(store: Store, conversation: Conversation, userId: string): Wire {
  const latest = conversation.messages.main.at(-1);
  const unread = unreadOf(conversation, userId);
  return {
    last_read: conversation.lastRead.get(userId) ?? never,
    latest: latest === undefined ? null : renderMessage(store, conversation, latest),
    unread_count: unread.all,
    unread_count_display: unread.shown,
    is_open: isOpen(conversation, userId),
  };
}

/** Channels are always in the list of their members; group messages and IMs while they are open. */
function isOpen(conversation: Conversation, userId: string): boolean {
  return conversation.kind === 'private'
    ? conversation.members.has(userId)
    : conversation.openFor.has(userId);
}

function renderNamed(store: Store, conversation: Conversation): Wire {
  const { id, kind, name } = conversation;
  return {
    id,
    name,
    // Also of what is private: the letter and this flag say only that it is of the newer kind.
    is_channel: true,
    is_group: false,
    is_im: false,
    is_mpim: kind === 'mpim',
    is_private: kind !== 'channel',
    created: conversation.created,
    is_archived: conversation.isArchived,
    is_general: conversation.isGeneral,
    unlinked: 0,
    name_normalized: name,
    is_shared: false,
    is_org_shared: false,
    is_pending_ext_shared: false,
    pending_shared: [],
    context_team_id: store.team.id,
    updated: conversation.updated,
    parent_conversation: null,
    creator: conversation.creatorId,
    is_ext_shared: false,
    shared_team_ids: [store.team.id],
    pending_connected_team_ids: [],
    topic: renderNote(conversation.topic),
    purpose: renderNote(conversation.purpose),
    ...(kind === 'channel' ? { previous_names: conversation.previousNames } : {}),
  };
}

function renderIm(store: Store, conversation: Conversation, userId: string): Wire {
  const partner = partnerOf(conversation, userId);
  return {
    id: conversation.id,
    created: conversation.created,
    is_archived: conversation.isArchived,
    is_im: true,
    is_org_shared: false,
    context_team_id: store.team.id,
    updated: conversation.updated,
    user: partner,
    is_user_deleted: store.users.get(partner)?.deleted ?? false,
    priority: 0,
  };
}

function renderNote({ value, creatorId, lastSet }: Note): object {
  return { value, creator: creatorId, last_set: lastSet };
}
