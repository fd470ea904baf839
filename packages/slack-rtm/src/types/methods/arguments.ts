import type { Open } from '../open.js';

/** What every method takes that answers in pages. */
export interface CursorArguments {
  readonly cursor?: string | undefined;
  /** How many items a page has at most; it may have fewer. */
  readonly limit?: number | undefined;
  /** Of an organisation: which of its workspaces. */
  readonly team_id?: string | undefined;
}

/** What methods take that number their pages, from 1 on. */
export interface PageArguments {
  readonly count?: number | undefined;
  readonly page?: number | undefined;
}

/** Where a numbered page is. */
export interface Paging {
  readonly count: number;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
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
  /** Markdown, in the place of a text; at most 12,000 characters. */
  readonly markdown_text?: string | undefined;
  readonly blocks?: readonly object[] | undefined;
  readonly attachments?: readonly object[] | undefined;
  readonly metadata?: object | undefined;
}
