import type { HistoryMessage } from '../message.js';
import type { PinnedItem } from '../message-events.js';
import type { Open, OtherFields } from '../open.js';
import type { CursorArguments, PageArguments } from './arguments.js';
import type { Method } from './method.js';

/** What a reaction is on: a message, by its channel and timestamp, or a file. */
export interface ReactionTarget {
  readonly channel?: string | undefined;
  readonly timestamp?: string | undefined;
  readonly file?: string | undefined;
  readonly file_comment?: string | undefined;
}

/** Something that has reactions. */
export interface ReactedItem extends OtherFields {
  readonly type: Open<'message' | 'file' | 'file_comment'>;
  readonly channel?: string;
  readonly message?: HistoryMessage;
  readonly file?: OtherFields;
}

/** Reactions, pins and stars. */
export interface MarkMethods {
  'reactions.add': Method<
    {
      readonly channel: string;
      readonly timestamp: string;
      /** Without colons; a tone of skin as `name::skin-tone-2`. */
      readonly name: string;
    },
    object
  >;
  'reactions.remove': Method<
    ReactionTarget & {
      readonly name: string;
    },
    object
  >;
  'reactions.get': Method<
    ReactionTarget & {
      readonly full?: boolean | undefined;
    },
    {
      readonly type: Open<'message' | 'file' | 'file_comment'>;
      readonly channel?: string;
      readonly message?: HistoryMessage;
      readonly file?: OtherFields;
    }
  >;
  'reactions.list': Method<
    CursorArguments &
      PageArguments & {
        readonly user?: string | undefined;
        readonly full?: boolean | undefined;
      },
    {
      readonly items: readonly ReactedItem[];
    },
    ReactedItem
  >;
  'pins.add': Method<
    {
      readonly channel: string;
      readonly timestamp?: string | undefined;
    },
    object
  >;
  'pins.remove': Method<
    {
      readonly channel: string;
      readonly timestamp?: string | undefined;
    },
    object
  >;
  'pins.list': Method<
    {
      readonly channel: string;
    },
    {
      readonly items: readonly PinnedItem[];
    },
    PinnedItem
  >;
  'stars.list': Method<
    CursorArguments & PageArguments,
    {
      readonly items: readonly PinnedItem[];
    },
    PinnedItem
  >;
}
