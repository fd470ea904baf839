import type { Conversation, Message } from '../state/model.js';
import type { Store } from '../state/store.js';
import { renderBotProfile } from './bot.js';
import { renderFile } from './file.js';
import { renderReactions } from './reactions.js';
import { renderThread } from './thread.js';

type Wire = Readonly<Record<string, unknown>>;

/** A message as answers and events show it. */
export function renderMessage(store: Store, conversation: Conversation, message: Message): Wire {
  const { botId, userId, threadTs } = message;
  const bot = botId === undefined ? undefined : store.bots.get(botId);
  const postedAs = userId === undefined ? undefined : store.users.get(userId);
  return defined({
    client_msg_id: message.clientMessageId,
    bot_id: botId,
    type: 'message',
    subtype: message.subtype,
    text: message.text,
    user: userId,
    username: message.username,
    icons: message.icons,
    ts: message.ts,
    app_id: bot?.appId,
    blocks: message.blocks,
    attachments: message.attachments,
    ...message.details,
    metadata: message.metadata,
    ...fileFields(store, message),
    reactions: isEmpty(message.reactions) ? undefined : renderReactions(message.reactions ?? []),
    ...pinFields(conversation, message),
    streaming_state: message.streaming,
    team: postedAs === undefined ? undefined : store.team.id,
    bot_profile: bot === undefined || userId === undefined ? undefined : renderBotProfile(bot, store.team.id),
    edited: message.edited === undefined ? undefined : { user: message.edited.userId, ts: message.edited.ts },
    ...(threadTs === undefined
      ? threadSummary(conversation, message)
      : replyFields(store, conversation, threadTs, message.subtype)),
  });
}

function fileFields(store: Store, { fileIds }: Message): Wire {
  if (fileIds === undefined) return {};
  const files = fileIds.flatMap((id) => store.files.get(id) ?? []);
  return { files: files.map((file) => renderFile(store, file)), upload: true, display_as_bot: false };
}

function pinFields({ id, pins }: Conversation, { ts }: Message): Wire {
  const pin = pins.get(ts);
  if (pin === undefined) return {};
  const info = { channel: id, pinned_by: pin.userId, pinned_ts: pin.created };
  return { pinned_to: [id], pinned_info: info };
}

/** Who replied when, in the old form that `message_replied` still uses. */
export function renderReplies(conversation: Conversation, parent: Message): Wire[] {
  return conversation.messages.replies(parent.ts).map(({ userId, ts }) => defined({ user: userId, ts }));
}

function threadSummary(conversation: Conversation, parent: Message): Wire {
  if (conversation.messages.replies(parent.ts).length === 0) return {};
  return {
    thread_ts: parent.ts,
    ...renderThread(conversation, parent.ts),
    is_locked: false,
    subscribed: false,
  };
}

/** To which message it is a reply. One that the conversation itself shows, too, brings that message along. */
function replyFields(
  store: Store,
  conversation: Conversation,
  threadTs: string,
  subtype: string | undefined,
): Wire {
  const parent = conversation.messages.get(threadTs);
  const isBroadcast = subtype === 'thread_broadcast' && parent !== undefined;
  return {
    thread_ts: threadTs,
    parent_user_id: parent?.userId,
    root: isBroadcast ? renderMessage(store, conversation, parent) : undefined,
  };
}

function isEmpty(list: readonly unknown[] | undefined): boolean {
  return list === undefined || list.length === 0;
}

/** Without the keys that have no value, since JSON would drop them anyway and tests compare keys. */
function defined(fields: Wire): Wire {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
