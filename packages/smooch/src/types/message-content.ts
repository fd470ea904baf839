import type { ActionContent } from './action.js';
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

/** A message of a type whose fields have no types here: they are sent as they are. */
export interface OtherContent extends ContentBase {
  readonly type: 'carousel' | 'list' | 'location' | 'form';
  readonly [field: string]: unknown;
}

/** What can be posted, but for the role. Its `type` tells what it needs. */
export type MessageContent = TextContent | ImageContent | FileContent | OtherContent;
