import type { Action } from '../../types/action.js';
import type { Metadata, Open, Undocumented } from '../../types/open.js';

interface ContentBase {
  /** Whether the user can write nothing of their own for now. */
  readonly blockChatInput?: boolean;
}

/** A text. */
export interface TextContent extends ContentBase {
  readonly type: 'text';
  readonly text?: string;
  readonly htmlText?: string;
  readonly actions?: readonly Action[];
  /** Of the quick reply that was pressed. */
  readonly payload?: string;
}

interface MediaContent extends ContentBase {
  readonly mediaUrl: string;
  readonly mediaType?: string;
  /** In bytes. */
  readonly mediaSize?: number;
  readonly altText?: string;
  readonly text?: string;
  readonly htmlText?: string;
  readonly attachmentId?: string;
}

/** A picture. */
export interface ImageContent extends MediaContent {
  readonly type: 'image';
  readonly actions?: readonly Action[];
}

/** A file. */
export interface FileContent extends MediaContent {
  readonly type: 'file';
}

/** One card of a carousel, or one line of a list. */
export interface Item {
  readonly title: string;
  readonly description?: string;
  readonly mediaUrl?: string;
  readonly mediaType?: string;
  readonly altText?: string;
  readonly size?: Open<'compact' | 'large'>;
  readonly actions?: readonly Action[];
  readonly metadata?: Metadata;
}

/** Cards beside each other. */
export interface CarouselContent extends ContentBase {
  readonly type: 'carousel';
  /** What channels without carousels show. */
  readonly text?: string;
  readonly items: readonly Item[];
  readonly displaySettings?: { readonly imageAspectRatio?: Open<'horizontal' | 'square'> };
}

/** Lines below each other. */
export interface ListContent extends ContentBase {
  readonly type: 'list';
  readonly text?: string;
  readonly items: readonly Item[];
  readonly actions?: readonly Action[];
}

/** A place. */
export interface LocationContent extends ContentBase {
  readonly type: 'location';
  readonly text?: string;
  readonly coordinates: { readonly lat: number; readonly long: number };
  readonly location?: { readonly address?: string; readonly name?: string };
}

/** A question of a form, or the answer to one. */
export interface FormField {
  readonly type: Open<'email' | 'select' | 'text'>;
  readonly name: string;
  readonly label: string;
  readonly text?: string;
  readonly email?: string;
  readonly select?: readonly { readonly name?: string; readonly label?: string }[];
  readonly placeholder?: string;
  readonly minSize?: number;
  readonly maxSize?: number;
  readonly options?: readonly { readonly name?: string; readonly label?: string }[];
  readonly format?: Open<'integer' | 'decimal'>;
}

/** Questions, in web chat only. */
export interface FormContent extends ContentBase {
  readonly type: 'form';
  readonly fields: readonly FormField[];
  readonly text?: string;
  readonly submitted?: boolean;
}

/** The answers to a form. They are only received. */
export interface FormResponseContent extends ContentBase {
  readonly type: 'formResponse';
  readonly fields: readonly FormField[];
  readonly textFallback?: string;
}

/** A template of a channel. */
export interface TemplateContent extends ContentBase {
  readonly type: 'template';
  readonly template: Readonly<Record<string, unknown>>;
}

/** What no document describes, with all that came. */
export interface OtherContent {
  readonly type: Undocumented;
  readonly [field: string]: unknown;
}

/** What a message says, as the service shows it. Its `type` tells what it has. */
export type Content =
  | TextContent
  | ImageContent
  | FileContent
  | CarouselContent
  | ListContent
  | LocationContent
  | FormContent
  | FormResponseContent
  | TemplateContent
  | OtherContent;
