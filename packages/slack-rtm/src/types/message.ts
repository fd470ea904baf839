import type { SlackFile } from './file-events.js';
import type { Open, OtherFields, Undocumented } from './open.js';
import type { Bot } from './user.js';

/** What a message says, whether it comes in an event, in a history or inside of another message. */
export interface MessageContent extends OtherFields {
  readonly type: 'message';
  /** The id of the message within its conversation, and when it was written. */
  readonly ts: string;
  readonly text?: string;
  /** Absent from messages of some bots, which have `bot_id`. */
  readonly user?: string;
  readonly bot_id?: string | null;
  readonly app_id?: string;
  readonly bot_profile?: Bot;
  /** Shown as the author, with `icons`, when a bot gave itself a name. */
  readonly username?: string | null;
  readonly icons?: Readonly<Record<string, unknown>> | null;
  readonly team?: string;
  readonly user_team?: string;
  readonly source_team?: string;
  /** The message that began the thread; equal to `ts` on that message itself. */
  readonly thread_ts?: string;
  readonly parent_user_id?: string;
  readonly reply_count?: number;
  /** Some of those who replied. */
  readonly reply_users?: readonly string[];
  readonly reply_users_count?: number;
  readonly latest_reply?: string;
  readonly subscribed?: boolean;
  /** Of a thread: up to where it was read. */
  readonly last_read?: string;
  readonly is_locked?: boolean;
  readonly client_msg_id?: string;
  readonly blocks?: readonly unknown[];
  readonly attachments?: readonly unknown[];
  readonly files?: readonly SlackFile[];
  readonly upload?: boolean;
  readonly edited?: { readonly user?: string; readonly ts: string };
  readonly reactions?: readonly {
    readonly name: string;
    /** `users` may be shortened; this is not. */
    readonly count: number;
    readonly users: readonly string[];
  }[];
  /** The conversations that it is pinned to. */
  readonly pinned_to?: readonly string[];
  readonly is_starred?: boolean;
  readonly metadata?: { readonly event_type: string; readonly event_payload: OtherFields };
  readonly permalink?: string;
  readonly streaming_state?: Open<'in_progress' | 'completed' | 'errored'>;
  /** The call that is or was held in a huddle. */
  readonly room?: OtherFields;
}

/** A message of a history, with its subtype as the wire names it. */
export interface HistoryMessage extends MessageContent {
  readonly subtype?: Open<MessageSubtype>;
}

/** What every `message` event has. */
interface MessageEventBase extends MessageContent {
  readonly channel: string;
  readonly event_ts?: string;
  readonly channel_type?: Open<'channel' | 'group' | 'im' | 'mpim' | 'app_home'>;
  /** Not to be shown as a new message: it tells of another one. */
  readonly hidden?: boolean;
}

/** Somebody, or a bot, says something. */
export interface PlainMessage extends MessageEventBase {
  readonly subtype?: undefined;
}

/** A bot or a webhook says something, often without a user. */
export interface BotMessage extends MessageEventBase {
  readonly subtype: 'bot_message';
}

/** `/me`. */
export interface MeMessage extends MessageEventBase {
  readonly subtype: 'me_message';
}

/** A message is another now: edited, unfurled, or a deleted parent. `ts` is that of the change, `message.ts` names the message. */
export interface MessageChanged extends MessageEventBase {
  readonly subtype: 'message_changed';
  readonly message: HistoryMessage;
  readonly previous_message?: HistoryMessage;
}

/** A message is gone: that with `deleted_ts`. */
export interface MessageDeleted extends MessageEventBase {
  readonly subtype: 'message_deleted';
  readonly deleted_ts: string;
  readonly previous_message?: HistoryMessage;
}

/** A thread has grown: `message` is the one that began it. */
export interface MessageReplied extends MessageEventBase {
  readonly subtype: 'message_replied';
  readonly message: HistoryMessage;
}

/** A reply that was also sent to the channel. */
export interface ThreadBroadcast extends MessageEventBase {
  readonly subtype: 'thread_broadcast';
  readonly root?: HistoryMessage;
}

/** Somebody came or went. */
export interface MembershipMessage extends MessageEventBase {
  readonly subtype: 'channel_join' | 'channel_leave' | 'group_join' | 'group_leave';
  readonly inviter?: string;
}

/** The topic is another. */
export interface TopicMessage extends MessageEventBase {
  readonly subtype: 'channel_topic' | 'group_topic';
  readonly topic: string;
}

/** The purpose is another. */
export interface PurposeMessage extends MessageEventBase {
  readonly subtype: 'channel_purpose' | 'group_purpose';
  readonly purpose: string;
}

/** The name is another. */
export interface NameMessage extends MessageEventBase {
  readonly subtype: 'channel_name' | 'group_name';
  readonly name: string;
  readonly old_name: string;
}

/** The conversation was archived, or taken up again. */
export interface ArchiveMessage extends MessageEventBase {
  readonly subtype: 'channel_archive' | 'channel_unarchive' | 'group_archive' | 'group_unarchive';
  /** Who was in it when it was archived. */
  readonly members?: readonly string[];
}

/** A file was shared, mentioned or commented on. `file` is what old frames have, `files` what new ones have. */
export interface FileMessage extends MessageEventBase {
  readonly subtype: 'file_share' | 'file_comment' | 'file_mention';
  readonly file?: SlackFile;
  readonly comment?: OtherFields;
}

/** Something was pinned to the conversation, or is so no longer. */
export interface PinMessage extends MessageEventBase {
  readonly subtype: 'pinned_item' | 'unpinned_item';
  readonly item_type?: string;
  readonly item?: OtherFields;
}

/** A bot came, went, or was switched on or off. */
export interface BotChangeMessage extends MessageEventBase {
  readonly subtype: 'bot_add' | 'bot_remove' | 'bot_enable' | 'bot_disable';
  readonly bot_link?: string;
}

/** A subtype that needs no fields of its own. */
export interface OtherMessage extends MessageEventBase {
  readonly subtype:
    | 'app_conversation_join'
    | 'assistant_app_thread'
    | 'channel_canvas_updated'
    | 'channel_convert_to_private'
    | 'channel_convert_to_public'
    | 'channel_posting_permissions'
    | 'document_mention'
    | 'ekm_access_denied'
    | 'huddle_thread'
    | 'joiner_notification'
    | 'joiner_notification_for_inviter'
    | 'list_record_comment'
    | 'reminder_add'
    | 'reply_broadcast'
    | 'sh_room_created'
    | 'slackbot_response'
    | 'tombstone'
    | Undocumented;
}

/** A `message` event. It narrows by `subtype`; a subtype that is documented nowhere is what remains (`String(subtype)` reads it). */
export type MessageEvent =
  | PlainMessage
  | BotMessage
  | MeMessage
  | MessageChanged
  | MessageDeleted
  | MessageReplied
  | ThreadBroadcast
  | MembershipMessage
  | TopicMessage
  | PurposeMessage
  | NameMessage
  | ArchiveMessage
  | FileMessage
  | PinMessage
  | BotChangeMessage
  | OtherMessage;

/** The documented subtypes. */
export type MessageSubtype = Extract<MessageEvent['subtype'], string>;

/** A message that is new: what `messages()` gives. */
export type NewMessage = Exclude<MessageEvent, MessageChanged | MessageDeleted | MessageReplied>;

/** The messages of a subtype. */
export type MessageOf<
  Subtype extends MessageSubtype,
  Message extends MessageEvent = MessageEvent,
> = Message extends { readonly subtype: infer Its } ? (Subtype extends Its ? Message : never) : never;
