import { kick } from '../actions/kick.js';
import { enterRoom, leaveRoom } from '../actions/presence.js';
import { setUserAccess } from '../actions/room-access.js';
import { setDeleted, setFrozen, setTimeoutOf } from '../actions/room-state.js';
import { changeRoom, createRoom, type RoomFields } from '../actions/save-room.js';
import type { Scene } from '../actions/scene.js';
import type { UserAccess } from '../state/model.js';
import type { Lookups } from './lookups.js';
import { type ChatRoomSnapshot, describeRoom } from './snapshots.js';

/** Does to rooms what owners and moderators do. */
export interface RoomControl {
  rooms(): readonly ChatRoomSnapshot[];
  /** Opens a room that belongs to somebody, and gives its id. Default: public, without description and tags. */
  addRoom(ownerId: number, fields: Pick<RoomFields, 'name'> & Partial<Omit<RoomFields, 'siteHost'>>): number;
  /** Changes what a room is called and about, and what everybody may do there: one that goes private sends `exit` to those outside. */
  changeRoom(roomId: number, changes: Partial<Omit<RoomFields, 'siteHost'>>, userId?: number): void;
  /** Freezes a room, or thaws it. */
  freeze(roomId: number, on?: boolean): void;
  /** Deletes a room, or brings it back. */
  deleteRoom(roomId: number, on?: boolean): void;
  /** Nobody can write in a room for so long; zero ends it. */
  timeout(roomId: number, durationMs: number, reason?: string): void;
  /** Makes somebody an owner, a writer or a reader of a room; `default` makes them one of many. */
  setAccess(roomId: number, userId: number, access: UserAccess | 'default', byUserId?: number): void;
  /** Throws somebody out. Default: by the first owner, for 1, 5 or 30 minutes. */
  kick(
    roomId: number,
    userId: number,
    options?: { readonly by?: number; readonly durationMs?: number },
  ): void;
  /** Shows somebody in a room. */
  enter(roomId: number, userId: number): void;
  leave(roomId: number, userId: number): void;
}

export function createRoomControl(scene: Scene, lookups: Lookups): RoomControl {
  const { server } = scene;
  return {
    rooms: () => [...server.rooms.values()].map((room) => describeRoom(server, room)),
    addRoom(ownerId, { name, description = '', tags = [], access = 'public' }) {
      const siteHost = server.site.login.host;
      return createRoom(scene, lookups.user(ownerId), { name, description, tags, access, siteHost }).id;
    },
    changeRoom(roomId, changes, userId) {
      const room = lookups.room(roomId);
      changeRoom(scene, room, lookups.actorIn(room, userId), changes);
    },
    freeze: (roomId, on = true) => setFrozen(scene, lookups.room(roomId), on),
    deleteRoom: (roomId, on = true) => setDeleted(scene, lookups.room(roomId), on),
    timeout: (roomId, durationMs, reason = '') =>
      setTimeoutOf(scene, lookups.room(roomId), durationMs, reason),
    setAccess(roomId, userId, access, byUserId) {
      const room = lookups.room(roomId);
      const actor = lookups.actorIn(room, byUserId);
      setUserAccess(scene, room, actor, lookups.user(userId), access === 'default' ? undefined : access);
    },
    kick(roomId, userId, { by, durationMs } = {}) {
      const room = lookups.room(roomId);
      kick(scene, room, lookups.actorIn(room, by), lookups.user(userId), durationMs);
    },
    enter: (roomId, userId) => enterRoom(scene, lookups.room(roomId), lookups.user(userId)),
    leave: (roomId, userId) => leaveRoom(scene, lookups.room(roomId), lookups.user(userId)),
  };
}
