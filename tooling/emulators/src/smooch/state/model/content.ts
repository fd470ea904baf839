import type { Action } from './action.js';
import type { Fields, Metadata } from './values.js';

interface ContentBase {
  /** What is shown where nothing but words can be. */
  readonly text: string | undefined;
  readonly htmlText?: string | undefined;
  readonly blockChatInput?: boolean | undefined;
  readonly actions: readonly Action[];
}

export interface TextContent extends ContentBase {
  readonly type: 'text';
}

export interface MediaContent extends ContentBase {
  readonly type: 'image' | 'file';
  readonly mediaUrl: string;
  readonly mediaType: string | undefined;
  /** Bytes; undefined when the media lies elsewhere. */
  readonly mediaSize: number | undefined;
  readonly altText: string | undefined;
  readonly attachmentId?: string | undefined;
}

export interface Item {
  readonly id: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly mediaUrl: string | undefined;
  readonly mediaType: string | undefined;
  readonly altText: string | undefined;
  readonly size: string | undefined;
  readonly metadata: Metadata | undefined;
  readonly actions: readonly Action[];
}

export interface ItemsContent extends ContentBase {
  readonly type: 'carousel' | 'list';
  readonly items: readonly Item[];
  readonly displaySettings: Fields | undefined;
}

export interface LocationContent extends ContentBase {
  readonly type: 'location';
  readonly coordinates: { readonly lat: number; readonly long: number };
  readonly location: { readonly address: string | undefined; readonly name: string | undefined } | undefined;
}

export interface Option {
  readonly id: string;
  readonly name: string;
  readonly label: string;
}

/** A question of a form, or the answer to one. */
export interface FormField {
  readonly id: string;
  readonly type: 'text' | 'email' | 'select';
  readonly name: string;
  readonly label: string;
  readonly placeholder: string | undefined;
  readonly minSize: number | undefined;
  readonly maxSize: number | undefined;
  readonly format: string | undefined;
  readonly options: readonly Option[] | undefined;
  /** The answer, in a form response. */
  readonly answer: string | readonly Option[] | undefined;
}

export interface FormContent extends ContentBase {
  readonly type: 'form';
  readonly fields: readonly FormField[];
  readonly submitted: boolean;
}

export interface FormResponseContent extends ContentBase {
  readonly type: 'formResponse';
  readonly fields: readonly FormField[];
  /** The message that holds the form. */
  readonly quotedMessageId: string | undefined;
}

export interface TemplateContent extends ContentBase {
  readonly type: 'template';
  readonly template: Fields;
}

export type Content =
  | TextContent
  | MediaContent
  | ItemsContent
  | LocationContent
  | FormContent
  | FormResponseContent
  | TemplateContent;
