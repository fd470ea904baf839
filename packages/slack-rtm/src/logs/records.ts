import type { HistoryMessage } from '../types/message.js';
import type { Ts } from '../ts.js';

/** What a log begins with: of what it is. */
export interface LogHeader {
  readonly type: 'header';
  /** Of this form of records. */
  readonly version: 1;
  readonly workspace: {
    readonly id: string;
    readonly name: string;
    /** The address at which people open it. */
    readonly url: string;
  };
  readonly channel: {
    readonly id: string;
    /** Of a direct message: `@` and the name of the other one. */
    readonly name: string;
    readonly kind: 'channel' | 'group' | 'mpim' | 'im';
  };
  /** Both bounds belong to it; `null` for none. */
  readonly range: { readonly start: Ts | null; readonly end: Ts | null };
  /** Whether replies are in it. */
  readonly threads: boolean;
  /** What made it. */
  readonly tool: string;
  /** When it was made, as ISO 8601; only where that was asked for, so that a log made twice is the same log. */
  readonly generated?: string;
}

/** A message as Slack tells it, and what it takes to read it without Slack. */
export interface LogMessage extends HistoryMessage {
  /** The id of the conversation. */
  readonly _channel: string;
  /** The author's name; the id of one of whom nothing can be learned. */
  readonly _user_name: string;
  /** The name that people see. */
  readonly _display_name: string;
  /** Users, conversations and groups that the message mentions, and users who reacted: their names by their ids. */
  readonly _mentions?: Readonly<Record<string, string>>;
  /** Of the users among them, the names that people see, where they are others. */
  readonly _display_names?: Readonly<Record<string, string>>;
  /** Whether a reply was also sent to the channel. */
  readonly _broadcast?: true;
  readonly reactions?: readonly LogReaction[];
}

/** A reaction, with the names of those who reacted. */
export interface LogReaction {
  readonly name: string;
  readonly count: number;
  readonly users: readonly string[];
  readonly users_name?: readonly string[];
}

/** How far an extraction has come: everything before this record is in the log, and nothing after it. */
export interface LogCheckpoint {
  readonly type: 'checkpoint';
  /** The page to go on with; absent from the first one. */
  readonly cursor?: string;
  /** The earliest message so far, replies left aside. */
  readonly lastTs?: string;
  /** How many messages so far, replies counted. */
  readonly count: number;
  /** Whether that was all. */
  readonly done: boolean;
}

/** What `extract` yields. */
export type LogRecord = LogHeader | LogMessage | LogCheckpoint;

/** Records that come one after the other. */
export type LogRecords = AsyncIterable<LogRecord> | Iterable<LogRecord>;
