import { endingWords } from '../content/ending.js';
import { isOwner, mayEnter, mayTalk } from '../state/chat-server.js';
import type { Message, Room, User } from '../state/model.js';
import type { Call } from './call.js';
import { Broken, Declined, PageNotFound, tooFast } from './refusals.js';

/** Somebody with an account. What the service says to others is not known. */
export function requireAccount({ user }: Call): User {
  if (user === undefined) throw new Declined('You must be logged in to do this', 404);
  return user;
}

/** Somebody with an account and enough reputation. */
export function requireReputation(call: Call, needed: number, purpose: string): User {
  const user = requireAccount(call);
  // Who stands for no user of a main site has what everybody begins with.
  if (!user.isModerator && (user.reputation ?? 1) < needed) {
    throw new Declined(`You need ${needed} reputation ${needed === 1 ? 'point' : 'points'} ${purpose}`);
  }
  return user;
}

/** A room that exists, whether or not the visitor may enter. */
export function findRoom({ chat }: Call, id: number): Room {
  const room = chat.server.rooms.get(id);
  if (room === undefined) throw new PageNotFound();
  return room;
}

/** A room and somebody who may write in it now. */
export function requireWriter(call: Call, room: Room): User {
  const { user, page } = call;
  if (user !== undefined && isBlocked(call, user)) {
    throw new Declined(
      `Your account is blocked, ending ${endingWords(user.blockedUntil ?? 0, page.now)}`,
      404,
    );
  }
  if (!mayTalk(room, user)) {
    throw new Declined('The room does not exist, or you do not have permission', 404);
  }
  if (room.timeout !== undefined && room.timeout.until > page.now) {
    throw new Declined(`The room is in timeout, ending ${endingWords(room.timeout.until, page.now)}`, 404);
  }
  if (room.frozen) throw new Declined('The room has been frozen; new messages cannot be added');
  return requireReputation(call, call.service.options.talkReputation, 'to talk here');
}

/** Whether somebody may write in a room now, without saying why not. */
export function mayWriteNow(call: Call, room: Room): boolean {
  const { user, page } = call;
  const inTimeout = room.timeout !== undefined && room.timeout.until > page.now;
  return mayTalk(room, user) && !isBlocked(call, user) && !inTimeout && !room.frozen;
}

function isBlocked({ page }: Call, user: User): boolean {
  return user.blockedUntil !== undefined && user.blockedUntil > page.now;
}

/** Somebody in charge of a room; others are told this sentence. */
export function requireOwner(call: Call, room: Room, sentence: string): User {
  const user = requireAccount(call);
  if (!isOwner(room, user)) throw new Declined(sentence);
  return user;
}

/** A moderator. What the service says to others is not known. */
export function requireModerator(call: Call): User {
  const user = requireAccount(call);
  if (!user.isModerator) throw new Declined('Only a moderator has permission to do this');
  return user;
}

export interface FoundMessage {
  readonly message: Message;
  readonly room: Room;
}

/** An id that never was breaks the service instead of being refused. */
export function findMessage({ chat }: Call, id: number): FoundMessage {
  const message = chat.server.messages.get(id);
  const room = message === undefined ? undefined : chat.server.rooms.get(message.roomId);
  if (message === undefined || room === undefined) throw new Broken('redirect');
  return { message, room };
}

/** A message that stands, in a room that the visitor may enter. */
export function findStandingMessage(call: Call, id: number): FoundMessage {
  const found = findMessage(call, id);
  if (!mayEnter(found.room, call.user)) {
    throw new Declined('The room does not exist, or you do not have permission', 404);
  }
  if (found.message.deleted !== undefined) throw new Declined('This message has been deleted');
  return found;
}

/** Counts a post or an edit, and refuses it when it comes too early. */
export function takePostingTurn({ chat }: Call, user: User): void {
  const seconds = chat.throttle.take(user.id);
  if (seconds !== undefined) throw tooFast(seconds);
}

/** The same for stars, pins and flags. */
export function takeVotingTurn({ chat }: Call, user: User): void {
  const seconds = chat.votes.take(user.id);
  if (seconds !== undefined) throw tooFast(seconds);
}
