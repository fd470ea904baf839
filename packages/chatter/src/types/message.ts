import type { Open } from './open.js';
import type { Motif, Reference, UserSummary } from './user.js';

/** A piece of a text. Each has what it reads as; what else it has depends on its type. */
export type MessageSegment =
  | { readonly type: 'Text'; readonly text: string }
  | { readonly type: 'Link'; readonly text: string; readonly url: string }
  | {
      readonly type: 'Hashtag';
      readonly text: string;
      readonly tag: string;
      readonly topicUrl: string | null;
      readonly url: string;
    }
  | {
      readonly type: 'Mention';
      readonly text: string;
      readonly accessible: boolean;
      readonly name: string;
      readonly record: UserSummary;
    }
  | {
      readonly type: 'EntityLink';
      readonly text: string;
      readonly motif: Motif;
      readonly reference: Reference;
    }
  | { readonly type: string & {}; readonly text: string; readonly [name: string]: unknown };

/** A text with its pieces. An empty one has no pieces, and `null` in the place of the text. */
export interface MessageBody {
  readonly isRichText: boolean | null;
  readonly messageSegments: readonly MessageSegment[];
  readonly text: string | null;
}

/** A piece of a text to be sent. */
export type MessageSegmentInput =
  | { readonly type: 'Text'; readonly text: string }
  | { readonly type: 'Link'; readonly url: string }
  | { readonly type: 'Hashtag'; readonly tag: string }
  | { readonly type: 'Mention'; readonly id: string }
  | { readonly type: 'Mention'; readonly username: string }
  | {
      readonly type: Open<'EntityLink' | 'InlineImage' | 'MarkupBegin' | 'MarkupEnd'>;
      readonly [name: string]: unknown;
    };

/** A text to be sent: at most 10,000 characters and 25 mentions. */
export interface MessageBodyInput {
  readonly messageSegments: readonly MessageSegmentInput[];
}
