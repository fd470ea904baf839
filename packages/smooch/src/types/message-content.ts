import type { ActionContent } from './action.js';
import type { FieldContent } from './field.js';
import type { ItemContent } from './item.js';
import type { Metadata } from './open.js';

interface ContentBase {
  /** Under which name it is shown. */
  readonly name?: string | undefined;
  /** Whose Gravatar is shown. */
  readonly email?: string | undefined;
  /** Goes before `email`. */
  readonly avatarUrl?: string | undefined;
  readonly metadata?: Metadata | undefined;
  readonly payload?: string | undefined;
  /** The one channel that it is for. Default: the user's primary one. */
  readonly destination?:
    | { readonly integrationId: string }
    | { readonly integrationType: string }
    | undefined;
  /** What a channel is sent in place of it, by channel: `{ whatsapp: { payload: { … } } }`. */
  readonly override?: Readonly<Record<string, { readonly payload: unknown }>> | undefined;
}

/** A text to be posted. */
export interface TextContent extends ContentBase {
  readonly type: 'text';
  /** At most 4,096 characters. Can be left out where there are actions. */
  readonly text?: string | undefined;
  /** Messages of the business only. */
  readonly actions?: readonly ActionContent[] | undefined;
}

interface MediaContent extends ContentBase {
  /** A public address, from which the service fetches the file. */
  readonly mediaUrl: string;
  /** Default: what the address turns out to be. */
  readonly mediaType?: string | undefined;
  /** What the file shows, for those who cannot see it. At most 128 characters. */
  readonly altText?: string | undefined;
  readonly text?: string | undefined;
}

/** A picture to be posted. */
export interface ImageContent extends MediaContent {
  readonly type: 'image';
  /** Messages of the business only. */
  readonly actions?: readonly ActionContent[] | undefined;
}

/** A file to be posted. */
export interface FileContent extends MediaContent {
  readonly type: 'file';
}

/** Cards beside each other, to be posted by the business. */
export interface CarouselContent extends ContentBase {
  readonly type: 'carousel';
  /** 1 to 10. */
  readonly items: readonly ItemContent[];
  readonly displaySettings?: { readonly imageAspectRatio?: 'horizontal' | 'square' } | undefined;
}

/** Lines below each other, to be posted by the business. */
export interface ListContent extends ContentBase {
  readonly type: 'list';
  /** 1 to 10. */
  readonly items: readonly ItemContent[];
  /** Of the list as a whole: 1 to 10. */
  readonly actions?: readonly ActionContent[] | undefined;
}

/** A place to be posted. */
export interface LocationContent extends ContentBase {
  readonly type: 'location';
  /** In degrees. */
  readonly coordinates: { readonly lat: number; readonly long: number };
  readonly location?:
    | { readonly address?: string | undefined; readonly name?: string | undefined }
    | undefined;
}

/** Questions to be posted by the business. Web chat only. */
export interface FormContent extends ContentBase {
  readonly type: 'form';
  /** 1 to 20, of names that differ. */
  readonly fields: readonly FieldContent[];
  /** Whether the user can write nothing before the form is sent. */
  readonly blockChatInput?: boolean | undefined;
}

/** What can be posted, but for the role. Its `type` tells what it needs. */
export type MessageContent =
  | TextContent
  | ImageContent
  | FileContent
  | CarouselContent
  | ListContent
  | LocationContent
  | FormContent;
