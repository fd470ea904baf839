import type { Message } from '../model/message.js';
import type { Room } from '../model/room.js';
import type { User } from '../model/user.js';
import type { AccessLevelChanged, UserLeft } from './room-events.js';
import type { MessagePosted } from './message-events.js';

/**
 * The service could not say what happened while the connection was away. The messages that were posted meanwhile follow,
 * as `message` events without an id; edits, stars, and who came and went are lost.
 */
export interface ChatGapEvent {
  readonly type: 'gap';
  readonly room: Room;
  /** The last event before it. */
  readonly afterId: number;
  /** The last event in it. */
  readonly untilId: number | undefined;
  /** Milliseconds since 1970: when something was last heard of the room, and when the gap was noticed. */
  readonly fromMs: number;
  readonly untilMs: number;
  /** How many messages follow. */
  readonly recovered: number;
  /** Whether these are all that were posted. */
  readonly complete: boolean;
}

/** Somebody was made to leave, and may only read for a while. The two events that say so come before it, as themselves. */
export interface UserKicked {
  readonly type: 'kick';
  readonly room: Room;
  /** Who was made to leave. */
  readonly target: User;
  /** Who did it. */
  readonly user: User | undefined;
  /** Seconds since 1970. */
  readonly timeStamp: number | undefined;
  /** The event that took their leave to talk. */
  readonly access: AccessLevelChanged;
  /** The event of their leaving. */
  readonly leave: UserLeft;
}

/** Messages were moved. The events of each of them and the service's notice come before it, as themselves. */
export interface MessagesMoved {
  readonly type: 'move';
  /** The room in which it is told: `out` of it, or `in`. */
  readonly room: Room;
  /** Whether they came into this room, or went out of it. */
  readonly direction: 'in' | 'out';
  /** Where they were. */
  readonly from: Room | undefined;
  /** Where they are now. */
  readonly to: Room | undefined;
  /** Those whose moving was told, in the order in which it was. */
  readonly messages: readonly Message[];
  /** How many the notice speaks of. */
  readonly count: number;
  /** Who moved them. */
  readonly user: User | undefined;
  /** Seconds since 1970. */
  readonly timeStamp: number | undefined;
  /** The message in which the service tells of it. */
  readonly notice: MessagePosted;
}

/** A room is in timeout: nobody but its owners can say anything. Told once, and again when it is changed. */
export interface RoomTimeout {
  readonly type: 'timeout';
  readonly room: Room;
  /** How much longer, in milliseconds; 0 when the service says that it is over. */
  readonly leftMs: number;
  /** Why, in the words of who ordered it. */
  readonly reason: string | undefined;
}
