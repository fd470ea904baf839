import { compareTs, isTs } from '../ts.js';
import type { Conversation } from '../types/conversation.js';
import type { SlackEventMap } from '../types/event-map.js';
import type { HistoryMessage, MessageEvent } from '../types/message.js';
import { amend } from './amend.js';
import type { Changes, Draft } from './change.js';
import { amendMessage, dropMessage, forgetUpTo, isShownInChannel, keepMessage } from './message-cache.js';
import { noteMessage } from './message-notes.js';
import { meetBot, meetUser, showBot } from './people.js';
import { isId } from './state.js';
import { endTyping } from './typing.js';

/** What people are not shown as news. */
const quiet = /^(channel|group)_(join|leave|topic|purpose|name|archive|unarchive)$/;

/** What is told of a conversation by the word for its kind, which not all messages have. */
const kinds: Readonly<Record<string, Partial<Conversation>>> = {
  channel: { is_private: false },
  group: { is_private: true },
  mpim: { is_mpim: true, is_private: true },
  im: { is_im: true },
};

/** A message came: it is the latest, and for others than its author one more to read. */
function arrive(draft: Draft, message: HistoryMessage, channel: string): void {
  const { state } = draft;
  if (!state.conversations.has(channel)) amend(draft, channel, kinds[String(message['channel_type'])] ?? {});
  const known = state.conversations.get(channel);
  if (!isTs(message.ts) || message['is_ephemeral'] === true) return;
  keepMessage(draft, channel, message);
  if (!isShownInChannel(message)) return;
  const { latest, last_read: read, unread_count: unread, unread_count_display: shown } = known ?? {};
  const isLatest = !isTs(latest?.ts) || compareTs(latest.ts, message.ts) < 0;
  const isUnread =
    message.user !== state.me?.id && (!isTs(read) || compareTs(read, message.ts) < 0) && isLatest;
  const isNews = isUnread && !quiet.test(String(message.subtype));
  amend(draft, channel, {
    ...(isLatest && { latest: message }),
    ...(isUnread && unread !== undefined && { unread_count: unread + 1 }),
    ...(isNews && shown !== undefined && { unread_count_display: shown + 1 }),
  });
}

/** Another is what it says now. Stars are personal, and not told with it. */
function edit(message: HistoryMessage): (known: HistoryMessage) => HistoryMessage {
  return ({ is_starred: isStarred }) => ({ ...message, ...(isStarred && { is_starred: isStarred }) });
}

function takeIn(draft: Draft, event: MessageEvent): void {
  const { channel } = event;
  if (!isId(channel)) return;
  if (event.subtype === 'message_deleted') {
    dropMessage(draft, channel, event.deleted_ts);
    return;
  }
  if (event.subtype === 'message_changed') {
    amendMessage(draft, channel, event.message?.ts, edit(event.message));
    return;
  }
  // Slack has been seen to leave the subtype out.
  const { message: told } = event as { readonly message?: Partial<HistoryMessage> };
  if (event.subtype === 'message_replied' || (event.hidden && told?.thread_ts !== undefined)) {
    amendMessage(draft, channel, told?.ts, (known) => ({ ...known, ...told }));
    return;
  }
  if (event.hidden) return;
  const { channel: _, event_ts: __, ...message } = event;
  meetUser(draft, event.user);
  if (event.bot_profile?.id === event.bot_id && event.bot_profile !== undefined)
    showBot(draft, event.bot_profile);
  else meetBot(draft, event.bot_id);
  endTyping(draft, channel, event.user);
  noteMessage(draft, event);
  arrive(draft, message as HistoryMessage, channel);
}

function changeHistory(
  draft: Draft,
  { channel, latest }: Pick<SlackEventMap['channel_history_changed'], 'channel' | 'latest'>,
): void {
  // Without a conversation it may be any.
  for (const each of channel === undefined ? draft.state.messages.keys() : [channel]) {
    forgetUpTo(draft, each, latest);
  }
}

export const messageChanges: Changes = {
  message: takeIn,
  channel_history_changed: changeHistory,
  group_history_changed: changeHistory,
  mpim_history_changed: changeHistory,
  im_history_changed: changeHistory,
};
