import type { ActionContent } from '../../types/action.js';
import type { FieldContent } from '../../types/field.js';
import type { ItemContent } from '../../types/item.js';
import type { Metadata } from '../../types/open.js';

interface ContentBodyBase {
  /** Whether the user can write nothing of their own for now. */
  readonly blockChatInput?: boolean | undefined;
}

/** The same words as HTML or as Markdown, for channels that show them, and not both. At most 4,096 characters each. */
type Styled =
  | { readonly htmlText?: string | undefined; readonly markdownText?: undefined }
  | { readonly markdownText?: string | undefined; readonly htmlText?: undefined };

/** A text to be posted. One of `text`, `htmlText`, `markdownText` and `actions` is needed. */
export type TextContentBody = ContentBodyBase &
  Styled & {
    readonly type: 'text';
    /** At most 4,096 characters. */
    readonly text?: string | undefined;
    /** Messages of the business only. */
    readonly actions?: readonly ActionContent[] | undefined;
    /** Of the quick reply that was pressed. */
    readonly payload?: string | undefined;
  };

type MediaContentBody = ContentBodyBase &
  Styled & {
    /** An address from which the service fetches the file, or that of an attachment. */
    readonly mediaUrl: string;
    /** What the file shows, for those who cannot see it. At most 128 characters. */
    readonly altText?: string | undefined;
    readonly text?: string | undefined;
    readonly attachmentId?: string | undefined;
  };

/** A picture to be posted. */
export type ImageContentBody = MediaContentBody & {
  readonly type: 'image';
  /** Messages of the business only. */
  readonly actions?: readonly ActionContent[] | undefined;
};

/** A file to be posted. */
export type FileContentBody = MediaContentBody & { readonly type: 'file' };

/** One card of a carousel, or one line of a list, to be posted. */
export interface ItemBody extends ItemContent {
  readonly metadata?: Metadata | undefined;
}

/** Cards beside each other, to be posted. */
export interface CarouselContentBody extends ContentBodyBase {
  readonly type: 'carousel';
  /** 1 to 10. */
  readonly items: readonly ItemBody[];
  readonly displaySettings?: { readonly imageAspectRatio?: 'horizontal' | 'square' } | undefined;
}

/** Lines below each other, to be posted. */
export interface ListContentBody extends ContentBodyBase {
  readonly type: 'list';
  /** 1 to 10. */
  readonly items: readonly ItemBody[];
  /** Of the list as a whole: 1 to 10. */
  readonly actions?: readonly ActionContent[] | undefined;
}

/** A place to be posted. */
export interface LocationContentBody extends ContentBodyBase {
  readonly type: 'location';
  /** In degrees. */
  readonly coordinates: { readonly lat: number; readonly long: number };
  readonly location?:
    | { readonly address?: string | undefined; readonly name?: string | undefined }
    | undefined;
}

/** Questions to be posted, for web chat only. */
export interface FormContentBody extends ContentBodyBase {
  readonly type: 'form';
  /** 1 to 20, of names that differ. */
  readonly fields: readonly (FieldContent & { readonly format?: 'integer' | 'decimal' | undefined })[];
  readonly text?: string | undefined;
}

/** A template of a channel to be posted: with `schema: 'whatsapp'`, one of WhatsApp. */
export interface TemplateContentBody extends ContentBodyBase {
  readonly type: 'template';
  readonly template: Readonly<Record<string, unknown>>;
}

/** What a message says, to be posted. Its `type` tells what it needs. */
export type ContentBody =
  | TextContentBody
  | ImageContentBody
  | FileContentBody
  | CarouselContentBody
  | ListContentBody
  | LocationContentBody
  | FormContentBody
  | TemplateContentBody;
