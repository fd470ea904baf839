import type { EventOf } from './event-base.js';
import type { OtherFields } from './open.js';

/** A file. Today events name it only; `files.info` tells the rest. */
export interface SlackFile extends OtherFields {
  readonly id: string;
  readonly name?: string | null;
  readonly title?: string;
  readonly mimetype?: string;
  readonly filetype?: string;
  readonly user?: string;
  /** In bytes. */
  readonly size?: number;
  /** Seconds since 1970. */
  readonly created?: number;
  /** Where its content is, for those who have a token that may read it. */
  readonly url_private?: string;
  readonly url_private_download?: string;
  /** The address at which people open it. */
  readonly permalink?: string;
}

type OfFile<Type extends string, Fields = unknown> = EventOf<
  Type,
  Fields & { file_id?: string; user_id?: string; channel_id?: string; file?: SlackFile }
>;

/** What happens to files. Comments on files have not been made since 2018. */
export interface FileEvents {
  file_created: OfFile<'file_created'>;
  file_shared: OfFile<'file_shared'>;
  file_unshared: OfFile<'file_unshared'>;
  file_change: OfFile<'file_change'>;
  file_public: OfFile<'file_public'>;
  file_private: OfFile<'file_private'>;
  file_deleted: EventOf<'file_deleted', { file_id: string; channel_ids?: readonly string[] }>;
  file_comment_added: OfFile<'file_comment_added', { comment: OtherFields }>;
  file_comment_edited: OfFile<'file_comment_edited', { comment: OtherFields }>;
  /** `comment` is the id of the comment. */
  file_comment_deleted: OfFile<'file_comment_deleted', { comment: string }>;
}
