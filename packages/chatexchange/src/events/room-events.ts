import type { User } from '../model/user.js';
import type { EventBase } from './wire-event.js';

/** Something about a person. */
interface AboutUser<Type extends string, TypeId extends number> extends EventBase<Type, TypeId> {
  /** Whom it concerns. */
  readonly target: User | undefined;
  readonly targetUserId: number | undefined;
}

/** Something that the service says to people. */
interface Said<Type extends string, TypeId extends number> extends EventBase<Type, TypeId> {
  /** HTML or text, as the service words it. */
  readonly content: string | undefined;
}

/** Somebody came. */
export interface UserEntered extends AboutUser<'enter', 3> {}

/** Somebody left, or was made to: then a `kick` event follows. */
export interface UserLeft extends AboutUser<'leave', 4> {}

/** A room has another name, description, tags, or rights for all. */
export interface RoomNameChanged extends Said<'room', 5> {
  /** The name that it has now, as plain text. */
  readonly name: string | undefined;
  /** The description that it has now, as far as the service tells. */
  readonly description: string | undefined;
}

/** What somebody may do in a room; `default` is what everybody may, and `request` what somebody has who asked to be let in. */
export type AccessLevel = 'owner' | 'read-write' | 'read-only' | 'request' | 'default';

/** Somebody's rights in a room have changed; without a target, those of all. */
export interface AccessLevelChanged extends AboutUser<'access', 15> {
  /** `undefined` when the service words it in a way that is not known; `content` has the words. */
  readonly access: AccessLevel | undefined;
  readonly content: string | undefined;
}

/** Something for this account, as that somebody asks to be let into a room of its own. It has no room. */
export interface UserNotification extends Said<'notification', 16> {
  readonly target: User | undefined;
  readonly targetUserId: number | undefined;
}

/** Somebody invites this account: into `room`. */
export interface Invitation extends Said<'invite', 17> {
  readonly target: User | undefined;
  readonly targetUserId: number | undefined;
}

/** Something for everybody on the server. */
export interface GlobalNotification extends Said<'announcement', 14> {}

/** Items of a feed, shown above the room. */
export interface FeedTicker extends Said<'feed', 22> {}

/** A file came; rooms for Android only. */
export interface FileAdded extends Said<'file', 11> {}

/** Of the service, for itself. */
export interface DebugMessage extends Said<'debug', 7> {}

/** A pause between messages, in what was fetched. */
export interface TimeBreak extends Said<'timeBreak', 21> {}

/** What this account set, as whom it ignores, was changed elsewhere. */
export interface UserSettingsChanged extends Said<'settings', 13> {}

/** A suspension begins or ends. */
export interface UserSuspended extends AboutUser<'suspend', 29> {
  /** The number at the beginning of what the service says, 4 or 5, whose meaning nobody has told. */
  readonly code: number | undefined;
  /** The JSON behind it. */
  readonly details: unknown;
  readonly content: string | undefined;
}

/** Two accounts became one. */
export interface UserMerged extends Said<'merge', 30> {
  /** The ids that the service names, in its order. */
  readonly userIds: readonly number[];
}

/** Somebody has another name or picture. What was known of the name is forgotten. */
export interface UserNameOrAvatarChanged extends AboutUser<'profile', 34> {}

/** An event that is documented nowhere, or lacks what it should have. */
export interface UnknownEvent extends EventBase<'unknown'> {
  /** The service's number: the same as `typeId`. */
  readonly wireType: number;
}
