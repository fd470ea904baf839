import { roomsOf } from '../state/chat-server.js';
import type { Room, User } from '../state/model.js';
import { eventType } from '../state/wire-event.js';
import { presenceDraft } from './event-drafts.js';
import type { Scene } from './scene.js';

/** Shows somebody in a room. Who is there already does not come in again. */
export function enterRoom(scene: Scene, room: Room, user: User): void {
  const { present, events } = scene.server;
  const inRoom = present.get(room.id) ?? new Set();
  present.set(room.id, inRoom);
  if (inRoom.has(user.id)) return;
  inRoom.add(user.id);
  events.append([presenceDraft(scene, eventType.userEntered, room, user)]);
}

export function leaveRoom(scene: Scene, room: Room, user: User): void {
  const { present, events } = scene.server;
  if (!(present.get(room.id)?.has(user.id) ?? false)) return;
  // Told first, so that who leaves still sees it.
  events.append([presenceDraft(scene, eventType.userLeft, room, user)]);
  present.get(room.id)?.delete(user.id);
}

export function leaveAllRooms(scene: Scene, user: User): void {
  for (const room of roomsOf(scene.server, user.id)) leaveRoom(scene, room, user);
}
