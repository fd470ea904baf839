import { feedsId, type User } from '../state/model.js';
import { roomsOf } from '../state/chat-server.js';
import { eventType } from '../state/wire-event.js';
import { noticeWire } from './event-drafts.js';
import { leaveAllRooms } from './presence.js';
import type { Scene } from './scene.js';

/** Gives somebody another name or picture; the system tells every room that they are in. */
export function changeProfile(
  scene: Scene,
  user: User,
  profile: { readonly name?: string; readonly pictureHash?: string },
): void {
  const { server } = scene;
  user.name = profile.name ?? user.name;
  user.pictureHash = profile.pictureHash ?? user.pictureHash;
  const feeds = server.users.get(feedsId);
  const type = eventType.userNameOrAvatarChanged;
  server.events.append(
    roomsOf(server, user.id).map((room) => ({
      roomId: room.id,
      wire: noticeWire(scene, {
        type,
        ...(feeds === undefined ? {} : { actor: feeds }),
        target: user,
        room,
      }),
    })),
  );
}

/** Removes somebody for good. What they wrote stays, by nobody. */
export function deleteUser(scene: Scene, user: User): void {
  leaveAllRooms(scene, user);
  for (const room of scene.server.rooms.values()) {
    for (const list of [room.owners, room.writers, room.readers, room.requests, room.favoriteOf]) {
      list.delete(user.id);
    }
  }
  scene.server.users.delete(user.id);
}
