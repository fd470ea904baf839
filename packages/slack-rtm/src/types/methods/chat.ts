import type { HistoryMessage } from '../message.js';
import type { Open, OtherFields } from '../open.js';
import type { StreamChunk } from '../stream-chunk.js';
import type { ContentArguments, CursorArguments } from './arguments.js';
import type { Method } from './method.js';

/** Who a message seems to be from; apps need a scope for it. */
export interface AuthorArguments {
  readonly username?: string | undefined;
  readonly icon_emoji?: string | undefined;
  readonly icon_url?: string | undefined;
  readonly as_user?: boolean | undefined;
}

/** How a message is read, and what is made of the links in it. */
export interface PostArguments extends ContentArguments, AuthorArguments {
  readonly channel: string;
  readonly thread_ts?: string | undefined;
  /** Shows a reply in the channel, too. */
  readonly reply_broadcast?: boolean | undefined;
  readonly unfurl_links?: boolean | undefined;
  readonly unfurl_media?: boolean | undefined;
  readonly link_names?: boolean | undefined;
  readonly parse?: Open<'full' | 'none'> | undefined;
  readonly mrkdwn?: boolean | undefined;
}

/** A message that will be posted. */
export interface ScheduledMessage extends OtherFields {
  readonly id: string | number;
  readonly channel_id: string;
  /** Seconds since 1970. */
  readonly post_at: number;
  /** Seconds since 1970. */
  readonly date_created: number;
  readonly text?: string;
}

/** Posting, and what is done with what was posted. */
export interface ChatMethods {
  'chat.postMessage': Method<
    PostArguments & {
      /** Says which post it is, so that it is one however often it is sent; the client makes one. */
      readonly client_msg_id?: string | undefined;
      readonly current_draft_last_updated_ts?: string | undefined;
    },
    {
      readonly channel: string;
      readonly ts: string;
      readonly message: HistoryMessage;
      /** A post with its `client_msg_id` was there already. */
      readonly is_duplicate?: boolean;
    }
  >;
  'chat.postEphemeral': Method<
    PostArguments & {
      /** Who sees it. */
      readonly user: string;
    },
    {
      readonly message_ts: string;
    }
  >;
  'chat.update': Method<
    ContentArguments &
      AuthorArguments & {
        readonly channel: string;
        readonly ts: string;
        readonly unfurled_attachments?: readonly object[] | undefined;
        readonly link_names?: boolean | undefined;
        readonly parse?: Open<'full' | 'none'> | undefined;
        readonly reply_broadcast?: boolean | undefined;
        readonly file_ids?: readonly string[] | undefined;
      },
    {
      readonly channel: string;
      readonly ts: string;
      readonly text?: string;
      readonly message?: Partial<HistoryMessage>;
    }
  >;
  'chat.delete': Method<
    {
      readonly channel: string;
      readonly ts: string;
      readonly as_user?: boolean | undefined;
    },
    {
      readonly channel: string;
      readonly ts: string;
    }
  >;
  'chat.meMessage': Method<
    {
      readonly channel: string;
      readonly text: string;
    },
    {
      readonly channel: string;
      readonly ts: string;
    }
  >;
  'chat.getPermalink': Method<
    {
      readonly channel: string;
      readonly message_ts: string;
    },
    {
      readonly channel: string;
      readonly permalink: string;
    }
  >;
  'chat.scheduleMessage': Method<
    PostArguments & {
      /** Seconds since 1970, at most 120 days from now. */
      readonly post_at: number;
    },
    {
      readonly channel: string;
      readonly scheduled_message_id: string;
      /** Seconds since 1970; in some answers a text. */
      readonly post_at: number | string;
      /** As it will be posted: it has no `ts` yet. */
      readonly message?: OtherFields & {
        readonly type?: Open<'delayed_message'>;
        readonly text?: string;
        readonly bot_id?: string;
      };
    }
  >;
  'chat.deleteScheduledMessage': Method<
    {
      readonly channel: string;
      readonly scheduled_message_id: string;
      readonly as_user?: boolean | undefined;
    },
    object
  >;
  'chat.scheduledMessages.list': Method<
    CursorArguments & {
      readonly channel?: string | undefined;
      readonly oldest?: string | Date | undefined;
      readonly latest?: string | Date | undefined;
    },
    {
      readonly scheduled_messages: readonly ScheduledMessage[];
    },
    ScheduledMessage
  >;
  'chat.unfurl': Method<
    {
      readonly channel?: string | undefined;
      readonly ts?: string | undefined;
      /** What is shown below each link, by its address. */
      readonly unfurls?: Readonly<Record<string, object>> | undefined;
      readonly user_auth_message?: string | undefined;
      readonly user_auth_required?: boolean | undefined;
      readonly user_auth_url?: string | undefined;
      readonly user_auth_blocks?: readonly object[] | undefined;
      readonly unfurl_id?: string | undefined;
      readonly source?: Open<'composer' | 'conversations_history'> | undefined;
    },
    object
  >;
  'chat.startStream': Method<
    {
      readonly channel: string;
      readonly thread_ts?: string | undefined;
      readonly markdown_text?: string | undefined;
      readonly chunks?: readonly StreamChunk[] | undefined;
      readonly recipient_user_id?: string | undefined;
      readonly recipient_team_id?: string | undefined;
      readonly task_display_mode?: Open<'timeline' | 'plan'> | undefined;
      readonly icon_emoji?: string | undefined;
      readonly icon_url?: string | undefined;
      readonly username?: string | undefined;
    },
    {
      readonly channel: string;
      readonly ts: string;
    }
  >;
  'chat.appendStream': Method<
    {
      readonly channel: string;
      readonly ts: string;
      readonly markdown_text?: string | undefined;
      readonly chunks?: readonly StreamChunk[] | undefined;
    },
    {
      readonly channel: string;
      readonly ts: string;
    }
  >;
  'chat.stopStream': Method<
    {
      readonly channel: string;
      readonly ts: string;
      readonly markdown_text?: string | undefined;
      readonly chunks?: readonly StreamChunk[] | undefined;
      readonly blocks?: readonly object[] | undefined;
      readonly metadata?: object | undefined;
    },
    {
      readonly channel: string;
      readonly ts: string;
      readonly message?: Partial<HistoryMessage>;
    }
  >;
}
