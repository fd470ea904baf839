import type { Metadata, Open } from '../../types/open.js';
import type { ContentBody } from './content-body.js';
import type { UserChoice } from './conversation-body.js';
import type { Message } from './message.js';

/** The business, as the one who writes. */
export interface BusinessAuthor {
  readonly type: 'business';
  /** Under which name it is shown. */
  readonly displayName?: string | undefined;
  readonly avatarUrl?: string | null | undefined;
  /** `AI` for what a machine wrote; `activity` for something that happened. */
  readonly subtypes?: readonly Open<'AI' | 'activity'>[] | undefined;
}

/** A user, as the one who writes. */
export type UserAuthor = UserChoice & {
  readonly type: 'user';
  readonly displayName?: string | undefined;
  readonly avatarUrl?: string | null | undefined;
  /** Where users are kept apart by brand and this one is named by your id. */
  readonly brandId?: string | null | undefined;
};

/** Who writes. */
export type AuthorBody = BusinessAuthor | UserAuthor;

/** The one channel that a message is for. `integrationType: 'none'` stores it and sends it nowhere. */
export type Destination =
  | { readonly integrationId: string; readonly integrationType?: undefined }
  | { readonly integrationType: string; readonly integrationId?: undefined };

/** What a channel is sent in place of the content, as that channel has it. */
export interface MessageOverride {
  readonly apple?:
    | {
        readonly payload?: Readonly<Record<string, unknown>> | undefined;
        /** What the device of the user must know how to show. */
        readonly withCapabilities?: readonly Open<'LIST' | 'TIME' | 'FORM' | 'QUICK' | 'AUTH2'>[] | undefined;
      }
    | undefined;
  readonly line?: { readonly payload?: Readonly<Record<string, unknown>> | undefined } | undefined;
  readonly messenger?: { readonly payload?: Readonly<Record<string, unknown>> | undefined } | undefined;
  readonly whatsapp?: { readonly payload?: Readonly<Record<string, unknown>> | undefined } | undefined;
}

/** What goes along with a message, whatever it says. */
export interface MessageExtras {
  readonly metadata?: Metadata | undefined;
  /** Default: the user's primary channel. For messages of the business in a personal conversation. */
  readonly destination?: Destination | undefined;
  readonly override?: MessageOverride | undefined;
  /** In which form the content is. `whatsapp` for a template of WhatsApp. */
  readonly schema?: Open<'whatsapp'> | undefined;
}

/** A message to be posted. */
export interface MessagePost extends MessageExtras {
  readonly author: AuthorBody;
  readonly content: ContentBody;
}

/** The answer that has the messages that were made: several when a shorthand stands for more than one. */
export interface MessagePostResponse {
  readonly messages: readonly Message[];
}

/** Something that somebody does in a conversation. A user only reads. */
export type ActivityPost =
  | { readonly author: AuthorBody; readonly type: 'conversation:read' }
  | { readonly author: BusinessAuthor; readonly type: 'typing:start' | 'typing:stop' };
