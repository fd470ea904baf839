import type { CallOptions } from '@x/http-core';
import type { SlackArguments } from '../arguments.js';
import type { Conversation } from './conversation.js';
import type { HistoryMessage } from './message.js';
import type { MethodName } from './method-names.js';
import type { Open, OtherFields } from './open.js';
import type { SlackAnswer, SlackResult } from './result.js';
import type { Bot, Team, User } from './user.js';

/** What every method takes that answers in pages. */
export interface CursorArguments {
  readonly cursor?: string | undefined;
  /** How many items a page has at most; it may have fewer. */
  readonly limit?: number | undefined;
  /** Of an organisation: which of its workspaces. */
  readonly team_id?: string | undefined;
}

/** Which messages of a conversation. Both bounds are exclusive unless `inclusive`. */
export interface HistoryArguments extends CursorArguments {
  readonly channel: string;
  readonly oldest?: string | Date | undefined;
  readonly latest?: string | Date | undefined;
  readonly inclusive?: boolean | undefined;
  readonly include_all_metadata?: boolean | undefined;
}

/** Which kinds of conversations. */
export type ConversationTypes =
  | Open<'public_channel' | 'private_channel' | 'mpim' | 'im'>
  | readonly Open<'public_channel' | 'private_channel' | 'mpim' | 'im'>[];

/** What a message says. */
export interface ContentArguments {
  /** Slack's mrkdwn: `&`, `<` and `>` are to be written as `&amp;`, `&lt;` and `&gt;`. */
  readonly text?: string | undefined;
  readonly blocks?: readonly object[] | undefined;
  readonly attachments?: readonly object[] | undefined;
  readonly metadata?: object | undefined;
}

/** What {@link Methods} says of a method: what it takes, what it answers, and what a list of it holds. */
export interface Method<Arguments, Result, Item = never> {
  /** Others may stand beside those that are known. */
  readonly arguments: Arguments | (Arguments & OtherFields);
  /** The body, as Slack words it. */
  readonly answer: SlackAnswer & Result;
  readonly result: SlackResult & Result;
  readonly item: Item;
}

/** The methods whose arguments and answers are known. Others are typed by whoever calls them. */
export interface Methods {
  'api.test': Method<object, { readonly args?: OtherFields }>;
  'auth.test': Method<
    object,
    {
      readonly url: string;
      readonly team: string;
      readonly user: string;
      readonly team_id: string;
      readonly user_id: string;
      readonly bot_id?: string;
    }
  >;
  'bots.info': Method<{ readonly bot: string }, { readonly bot: Bot }>;
  'chat.postMessage': Method<
    ContentArguments & {
      readonly channel: string;
      readonly thread_ts?: string | undefined;
      readonly reply_broadcast?: boolean | undefined;
      readonly unfurl_links?: boolean | undefined;
      readonly unfurl_media?: boolean | undefined;
      readonly mrkdwn?: boolean | undefined;
    },
    { readonly channel: string; readonly ts: string; readonly message: HistoryMessage }
  >;
  'chat.update': Method<
    ContentArguments & { readonly channel: string; readonly ts: string },
    { readonly channel: string; readonly ts: string; readonly text?: string }
  >;
  'chat.delete': Method<
    { readonly channel: string; readonly ts: string },
    { readonly channel: string; readonly ts: string }
  >;
  'conversations.history': Method<
    HistoryArguments,
    { readonly messages: readonly HistoryMessage[]; readonly has_more: boolean },
    HistoryMessage
  >;
  'conversations.replies': Method<
    HistoryArguments & { readonly ts: string },
    { readonly messages: readonly HistoryMessage[]; readonly has_more: boolean },
    HistoryMessage
  >;
  'conversations.info': Method<
    { readonly channel: string; readonly include_num_members?: boolean | undefined },
    { readonly channel: Conversation }
  >;
  'conversations.list': Method<
    CursorArguments & {
      readonly types?: ConversationTypes | undefined;
      readonly exclude_archived?: boolean | undefined;
    },
    { readonly channels: readonly Conversation[] },
    Conversation
  >;
  'conversations.members': Method<
    CursorArguments & { readonly channel: string },
    { readonly members: readonly string[] },
    string
  >;
  'conversations.open': Method<
    {
      readonly channel?: string | undefined;
      /** One for a direct message, up to eight for a group. */
      readonly users?: string | readonly string[] | undefined;
      readonly return_im?: boolean | undefined;
    },
    { readonly channel: Conversation; readonly no_op?: boolean; readonly already_open?: boolean }
  >;
  'rtm.connect': Method<
    {
      readonly batch_presence_aware?: boolean | undefined;
      readonly presence_sub?: boolean | undefined;
    },
    { readonly url: string; readonly self: Self; readonly team: Team }
  >;
  'team.info': Method<{ readonly team?: string | undefined }, { readonly team: Team }>;
  'users.info': Method<{ readonly user: string }, { readonly user: User }>;
  'users.list': Method<
    CursorArguments & { readonly include_locale?: boolean | undefined },
    { readonly members: readonly User[] },
    User
  >;
}

/** Whom a token acts as. */
export interface Self {
  readonly id: string;
  readonly name: string;
}

/** A method by its name. */
export type CallMethod<Name extends string> = Name extends keyof Methods
  ? object extends Methods[Name]['arguments']
    ? (args?: Methods[Name]['arguments'], call?: CallOptions) => Promise<Methods[Name]['result']>
    : (args: Methods[Name]['arguments'], call?: CallOptions) => Promise<Methods[Name]['result']>
  : <Result = OtherFields>(args?: SlackArguments, call?: CallOptions) => Promise<SlackResult & Result>;

type Head<Name extends string> = Name extends `${infer First}.${string}` ? First : Name;
type Tail<Name extends string, First extends string> = Name extends `${First}.${infer Rest}` ? Rest : never;

/** The documented methods as a chain of names. */
export type MethodTree<Name extends string = MethodName, Prefix extends string = ''> = {
  readonly [First in Head<Name>]: (First extends Name ? CallMethod<`${Prefix}${First}`> : unknown) &
    ([Tail<Name, First>] extends [never] ? unknown : MethodTree<Tail<Name, First>, `${Prefix}${First}.`>);
};
