import { accessWords } from '../content/access-words.js';
import { escapeHtml } from '../content/escape.js';
import { roomInfoPath, userPath } from '../pages/links.js';
import { accessOf, giveAccess } from '../state/access.js';
import type { EventDraft } from '../state/event-log.js';
import type { Room, RoomAccess, User, UserAccess } from '../state/model.js';
import { eventType } from '../state/wire-event.js';
import { noticeWire } from './event-drafts.js';
import type { Scene } from './scene.js';

/** What everybody may do in a room, as the access of one person would be called. */
export const defaultAccess: Readonly<Record<RoomAccess, 'read-write' | 'read-only' | 'request'>> = {
  public: 'read-write',
  gallery: 'read-only',
  private: 'request',
};

/** Gives somebody this access to a room, or what everybody has, and tells the room. */
export function setUserAccess(
  scene: Scene,
  room: Room,
  actor: User,
  user: User,
  access: UserAccess | undefined,
): void {
  room.kickEnds.get(user.id)?.();
  room.kickEnds.delete(user.id);
  if (accessOf(room, user.id) === access) return;
  giveAccess(room, user.id, access);
  scene.server.events.append([accessDraft(scene, room, actor, { user, access })]);
  scene.server.roomChanged(room.id);
}

/** Somebody asks to be let in: the room sees it, and its owners are told wherever they are. */
export function requestAccess(scene: Scene, room: Room, user: User): void {
  if (accessOf(room, user.id) !== undefined) return;
  giveAccess(room, user.id, 'request');
  const content =
    `<a href="${userPath(user)}">${escapeHtml(user.name)}</a> has requested access to ` +
    `<a href="/rooms/info/${room.id}?tab=access">${escapeHtml(room.name)}</a>.`;
  const owners = [...room.owners].flatMap((id) => scene.server.users.get(id) ?? []);
  scene.server.events.append([
    accessDraft(scene, room, user, { user, access: 'request' }),
    ...owners.map((owner) => ({
      roomId: room.id,
      audience: new Set([owner.id]),
      wire: noticeWire(scene, { type: eventType.userNotification, content, actor: user, target: owner }),
    })),
  ]);
}

/** Asks somebody to come into a room; only they are told. */
export function invite(scene: Scene, room: Room, actor: User, user: User): void {
  const content =
    `<a href="${userPath(actor)}">${escapeHtml(actor.name)}</a> has invited you to join ` +
    `<a href="${roomInfoPath(room)}">${escapeHtml(room.name)}</a>.`;
  scene.server.events.append([
    {
      roomId: room.id,
      audience: new Set([user.id]),
      wire: noticeWire(scene, { type: eventType.invitation, content, actor, target: user, room }),
    },
  ]);
}

/** What the access of one person, or without one of everybody, is from now on. */
export function accessDraft(
  scene: Scene,
  room: Room,
  actor: User,
  now: { readonly user?: User; readonly access: UserAccess | undefined },
): EventDraft {
  const { user, access } = now;
  return {
    roomId: room.id,
    wire: noticeWire(scene, {
      type: eventType.accessLevelChanged,
      content: accessWords(access),
      actor,
      ...(user === undefined ? {} : { target: user }),
      room,
    }),
  };
}
