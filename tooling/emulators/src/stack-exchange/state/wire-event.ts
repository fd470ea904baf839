/** The kinds of events, by the numbers of the service. */
export const eventType = {
  messagePosted: 1,
  messageEdited: 2,
  userEntered: 3,
  userLeft: 4,
  roomNameChanged: 5,
  messageStarred: 6,
  debugMessage: 7,
  userMentioned: 8,
  messageFlagged: 9,
  messageDeleted: 10,
  fileAdded: 11,
  moderatorFlag: 12,
  userSettingsChanged: 13,
  globalNotification: 14,
  accessLevelChanged: 15,
  userNotification: 16,
  invitation: 17,
  messageReply: 18,
  messageMovedOut: 19,
  messageMovedIn: 20,
  timeBreak: 21,
  feedTicker: 22,
  userSuspended: 29,
  userMerged: 30,
  userNameOrAvatarChanged: 34,
  messageUndeleted: 37,
} as const;

/** What events say of the message that they are about. Fields that do not apply are absent. */
export interface WireMessage {
  readonly message_id?: number;
  readonly message_edits?: number;
  readonly message_stars?: number;
  readonly message_owner_stars?: number;
  /** Whoever is told has starred, or pinned, the message just now. */
  readonly message_starred?: true;
  readonly message_owner_starred?: true;
  readonly message_flags?: number;
  /** Whoever is told has flagged the message just now. */
  readonly message_flagged?: true;
  readonly parent_id?: number;
  readonly show_parent?: true;
  readonly parent_username?: string;
  readonly parent_text?: string;
  /** The message left this room, or came into it. */
  readonly moved?: true;
}

/** An event as sockets and polling carry it. */
export interface WireEvent extends WireMessage {
  readonly event_type: number;
  /** Seconds since 1970. */
  readonly time_stamp: number;
  /** HTML. */
  readonly content?: string;
  readonly id: number;
  /** Who did it; absent where that is nobody's business. */
  readonly user_id?: number;
  /** Whom it happened to. */
  readonly target_user_id?: number;
  readonly user_name?: string;
  /** Absent where it is about no room. */
  readonly room_id?: number;
  readonly room_name?: string;
}

/** A message as the history of a room lists it: an event without id and without the name of the room. */
export type WireHistoryEntry = Omit<WireEvent, 'id' | 'room_name'>;
