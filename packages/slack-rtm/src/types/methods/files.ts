import type { SlackFile } from '../file-events.js';
import type { HistoryMessage } from '../message.js';
import type { Open, OtherFields } from '../open.js';
import type { CursorArguments, PageArguments, Paging } from './arguments.js';
import type { Method } from './method.js';

/** A message that was found. */
export interface FoundMessage extends HistoryMessage {
  readonly channel: OtherFields & { readonly id: string; readonly name?: string };
  readonly permalink: string;
  readonly username?: string;
}

/** Files. `uploadFiles` takes the three steps of an upload. */
export interface FileMethods {
  'files.getUploadURLExternal': Method<
    {
      /** In bytes. */
      readonly length: number;
      readonly filename: string;
      readonly snippet_type?: string | undefined;
      readonly alt_txt?: string | undefined;
    },
    {
      /** Opens the file to whoever has it. */
      readonly upload_url: string;
      readonly file_id: string;
    }
  >;
  'files.completeUploadExternal': Method<
    {
      readonly files: readonly { readonly id: string; readonly title?: string | undefined }[];
      readonly channel_id?: string | undefined;
      readonly channels?: string | readonly string[] | undefined;
      readonly thread_ts?: string | undefined;
      readonly initial_comment?: string | undefined;
      readonly blocks?: readonly object[] | undefined;
      readonly username?: string | undefined;
      readonly icon_url?: string | undefined;
      readonly icon_emoji?: string | undefined;
    },
    {
      readonly files: readonly SlackFile[];
    }
  >;
  /** Its list is the old comments on the file. */
  'files.info': Method<
    CursorArguments &
      PageArguments & {
        readonly file: string;
      },
    {
      readonly file: SlackFile;
      readonly comments?: readonly OtherFields[];
      readonly content?: string;
    },
    OtherFields
  >;
  'files.list': Method<
    PageArguments & {
      readonly channel?: string | undefined;
      readonly user?: string | undefined;
      /** Seconds since 1970. */
      readonly ts_from?: number | string | undefined;
      readonly ts_to?: number | string | undefined;
      readonly types?: string | readonly string[] | undefined;
      readonly show_files_hidden_by_limit?: boolean | undefined;
      readonly team_id?: string | undefined;
    },
    {
      readonly files: readonly SlackFile[];
      readonly paging: Paging;
    },
    SlackFile
  >;
  'files.delete': Method<
    {
      readonly file: string;
    },
    object
  >;
  'search.messages': Method<
    PageArguments & {
      readonly query: string;
      /** `*` for the first page. */
      readonly cursor?: string | undefined;
      readonly highlight?: boolean | undefined;
      readonly sort?: Open<'score' | 'timestamp'> | undefined;
      readonly sort_dir?: Open<'asc' | 'desc'> | undefined;
      readonly team_id?: string | undefined;
    },
    {
      readonly query: string;
      readonly messages: {
        readonly total: number;
        readonly matches: readonly FoundMessage[];
        readonly paging: Paging;
        /** The same by other names. */
        readonly pagination?: OtherFields;
      };
    },
    FoundMessage
  >;
}
