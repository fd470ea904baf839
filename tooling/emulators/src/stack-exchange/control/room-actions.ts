import {
  type ControlAction,
  listOf,
  needed,
  oneOf,
  optional,
  readText,
  readWholeNumber,
  readTruth,
} from '../../frame/index.js';
import type { StackExchangeControl } from '../control.js';
import { onServer, readInteger } from './action-fields.js';

const roomId = needed(readWholeNumber);
const flip = { roomId, on: optional(readTruth) };
const inRoom = { roomId, userId: needed(readInteger) };
const fields = {
  description: optional(readText),
  tags: optional(listOf(readText)),
  access: optional(oneOf('public', 'gallery', 'private')),
};

/** What owners and moderators do to rooms, over HTTP. */
export function roomActions(control: StackExchangeControl): Readonly<Record<string, ControlAction>> {
  return {
    rooms: onServer(control, {}, (server) => server.rooms()),
    'add-room': onServer(
      control,
      { ownerId: needed(readInteger), name: needed(readText), ...fields },
      (server, { ownerId, ...room }) => ({ id: server.addRoom(ownerId, room) }),
    ),
    'change-room': onServer(
      control,
      { roomId, name: optional(readText), ...fields, userId: optional(readInteger) },
      (server, { roomId: id, userId, ...changes }) => server.changeRoom(id, changes, userId),
    ),
    freeze: onServer(control, flip, (server, { roomId: id, on }) => server.freeze(id, on)),
    'delete-room': onServer(control, flip, (server, { roomId: id, on }) => server.deleteRoom(id, on)),
    timeout: onServer(
      control,
      { roomId, durationMs: needed(readWholeNumber), reason: optional(readText) },
      (server, { roomId: id, durationMs, reason }) => server.timeout(id, durationMs, reason),
    ),
    'set-access': onServer(
      control,
      {
        ...inRoom,
        access: needed(oneOf('owner', 'read-write', 'read-only', 'request', 'default')),
        byUserId: optional(readInteger),
      },
      (server, { roomId: id, userId, access, byUserId }) => server.setAccess(id, userId, access, byUserId),
    ),
    kick: onServer(
      control,
      { ...inRoom, by: optional(readInteger), durationMs: optional(readWholeNumber) },
      (server, { roomId: id, userId, ...options }) => server.kick(id, userId, options),
    ),
    enter: onServer(control, inRoom, (server, { roomId: id, userId }) => server.enter(id, userId)),
    leave: onServer(control, inRoom, (server, { roomId: id, userId }) => server.leave(id, userId)),
  };
}
