import { enterRoom, leaveAllRooms, leaveRoom } from '../actions/presence.js';
import { mayEnter } from '../state/chat-server.js';
import { okAnswer } from './answers.js';
import type { Call } from './call.js';
import { requireRoom } from './lookups.js';
import { idIn, type Route } from './route.js';

export const presenceRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/chats/join/favorite',
    handle({ scene, user }) {
      for (const room of scene.server.rooms.values()) {
        if (user !== undefined && room.favoriteOf.has(user.id) && mayEnter(room, user)) {
          enterRoom(scene, room, user);
        }
      }
      return okAnswer();
    },
  },
  {
    method: 'POST',
    path: '/chats/leave/all',
    handle({ scene, user }) {
      if (user !== undefined) leaveAllRooms(scene, user);
      return okAnswer();
    },
  },
  {
    method: 'POST',
    path: '/chats/leave/:id',
    handle(call: Call, parameters) {
      const room = requireRoom(call, idIn(parameters, 'id'));
      if (call.user !== undefined) leaveRoom(call.scene, room, call.user);
      return okAnswer();
    },
  },
];
