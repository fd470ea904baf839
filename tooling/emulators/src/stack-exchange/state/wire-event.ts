/** The kinds of events that this emulator makes, by the numbers of the service. */
export const eventType = {
  messagePosted: 1,
  messageEdited: 2,
  userEntered: 3,
  userLeft: 4,
  userMentioned: 8,
  messageDeleted: 10,
  messageReply: 18,
} as const;

/** What events say of the message that they are about. Fields that do not apply are absent. */
export interface WireMessage {
  readonly message_id?: number;
  readonly message_edits?: number;
  readonly message_stars?: number;
  readonly message_owner_stars?: number;
  readonly parent_id?: number;
  readonly show_parent?: true;
  readonly parent_username?: string;
  readonly parent_text?: string;
}

/** An event as sockets and polling carry it. */
export interface WireEvent extends WireMessage {
  readonly event_type: number;
  /** Seconds since 1970. */
  readonly time_stamp: number;
  /** HTML. */
  readonly content?: string;
  readonly id: number;
  readonly user_id: number;
  /** Whom it happened to. */
  readonly target_user_id?: number;
  readonly user_name: string;
  readonly room_id: number;
  readonly room_name: string;
}

/** A message as the history of a room lists it: an event without id and without the name of the room. */
export type WireHistoryEntry = Omit<WireEvent, 'id' | 'room_name'>;
