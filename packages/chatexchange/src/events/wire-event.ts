import type { Room } from '../model/room.js';
import type { User } from '../model/user.js';

/** An event in the service's own words. Fields that do not apply are absent; the messages of history have no `id` and no `room_name`. */
export interface WireEvent {
  readonly event_type: number;
  /** Seconds since 1970. Of stars and moved messages it is the time of the message. */
  readonly time_stamp?: number;
  readonly id?: number;
  readonly room_id?: number;
  readonly room_name?: string;
  readonly user_id?: number;
  readonly user_name?: string;
  readonly target_user_id?: number;
  readonly message_id?: number;
  /** HTML. */
  readonly content?: string;
  readonly message_edits?: number;
  readonly message_stars?: number;
  readonly message_owner_stars?: number;
  readonly message_starred?: boolean;
  readonly message_owner_starred?: boolean;
  readonly message_flags?: number;
  readonly message_flagged?: boolean;
  readonly parent_id?: number;
  /** True for a reply; a mention may have a `parent_id` without it. */
  readonly show_parent?: boolean;
  readonly parent_username?: string | null;
  readonly parent_text?: string | null;
  readonly moved?: boolean;
  readonly [field: string]: unknown;
}

/** What every event of the service has. */
export interface EventBase<Type extends string, TypeId extends number = number> {
  readonly type: Type;
  /** The service's number for it. */
  readonly typeId: TypeId;
  /** Global on the chat server, and growing; absent of what was fetched after a gap. */
  readonly id: number | undefined;
  /** Seconds since 1970. Of `star`, `movedOut` and `movedIn` it is the time of the message. */
  readonly timeStamp: number | undefined;
  /** The event as the service words it. */
  readonly data: WireEvent;
  /** Where it happened: not always the room that is watched. */
  readonly room: Room | undefined;
  /** Who did it, if the service tells. */
  readonly user: User | undefined;
}
