import type { Conversation } from '../conversation.js';
import type { HistoryMessage } from '../message.js';
import type { OtherFields } from '../open.js';
import type { ConversationTypes, CursorArguments, HistoryArguments } from './arguments.js';
import type { Method } from './method.js';

/** Conversations of every kind. */
export interface ConversationMethods {
  'conversations.history': Method<
    HistoryArguments,
    {
      readonly messages: readonly HistoryMessage[];
      readonly has_more: boolean;
      /** Older messages are there, and not for this plan. */
      readonly is_limited?: boolean;
      readonly pin_count?: number;
    },
    HistoryMessage
  >;
  'conversations.replies': Method<
    HistoryArguments & {
      readonly ts: string;
    },
    {
      readonly messages: readonly HistoryMessage[];
      readonly has_more: boolean;
    },
    HistoryMessage
  >;
  'conversations.info': Method<
    {
      readonly channel: string;
      readonly include_num_members?: boolean | undefined;
      readonly include_locale?: boolean | undefined;
    },
    {
      readonly channel: Conversation;
    }
  >;
  'conversations.list': Method<
    CursorArguments & {
      readonly types?: ConversationTypes | undefined;
      readonly exclude_archived?: boolean | undefined;
    },
    {
      readonly channels: readonly Conversation[];
    },
    Conversation
  >;
  'conversations.members': Method<
    CursorArguments & {
      readonly channel: string;
    },
    {
      readonly members: readonly string[];
    },
    string
  >;
  'conversations.open': Method<
    {
      readonly channel?: string | undefined;
      /** One for a direct message, up to eight for a group. */
      readonly users?: string | readonly string[] | undefined;
      readonly return_im?: boolean | undefined;
      /** Answers what is there, and makes nothing. */
      readonly prevent_creation?: boolean | undefined;
    },
    {
      readonly channel: Conversation;
      readonly no_op?: boolean;
      readonly already_open?: boolean;
    }
  >;
  'conversations.close': Method<
    {
      readonly channel: string;
    },
    {
      readonly no_op?: boolean;
      readonly already_closed?: boolean;
    }
  >;
  'conversations.join': Method<
    {
      readonly channel: string;
    },
    {
      readonly channel: Conversation;
    }
  >;
  'conversations.leave': Method<
    {
      readonly channel: string;
    },
    {
      readonly not_in_channel?: boolean;
    }
  >;
  'conversations.invite': Method<
    {
      readonly channel: string;
      readonly users: string | readonly string[];
      /** Invites those who can be, if not all can. */
      readonly force?: boolean | undefined;
    },
    {
      readonly channel: Conversation;
      readonly errors?: readonly OtherFields[];
    }
  >;
  'conversations.kick': Method<
    {
      readonly channel: string;
      readonly user?: string | undefined;
    },
    {
      readonly errors?: OtherFields;
    }
  >;
  'conversations.create': Method<
    {
      readonly name: string;
      readonly is_private?: boolean | undefined;
      readonly team_id?: string | undefined;
    },
    {
      readonly channel: Conversation;
    }
  >;
  'conversations.rename': Method<
    {
      readonly channel: string;
      readonly name: string;
    },
    {
      readonly channel: Conversation;
    }
  >;
  'conversations.archive': Method<
    {
      readonly channel: string;
    },
    object
  >;
  'conversations.unarchive': Method<
    {
      readonly channel: string;
    },
    object
  >;
  'conversations.setTopic': Method<
    {
      readonly channel: string;
      readonly topic: string;
    },
    {
      readonly channel?: Conversation;
      readonly topic?: string;
    }
  >;
  'conversations.setPurpose': Method<
    {
      readonly channel: string;
      readonly purpose: string;
    },
    {
      readonly channel?: Conversation;
      readonly purpose?: string;
    }
  >;
  'conversations.mark': Method<
    {
      readonly channel: string;
      readonly ts: string;
    },
    object
  >;
  'users.conversations': Method<
    CursorArguments & {
      readonly types?: ConversationTypes | undefined;
      readonly exclude_archived?: boolean | undefined;
      readonly exclude_muted?: boolean | undefined;
      readonly user?: string | undefined;
    },
    {
      readonly channels: readonly Conversation[];
    },
    Conversation
  >;
}
