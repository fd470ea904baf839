import type { CallOptions } from '@x/http-core';
import type { Context } from './model/context.js';
import type { RoomFacts } from './model/room.js';
import { parseRoomInfo } from './parse/room-info.js';
import { parseRoomPage } from './parse/room-page.js';
import { path } from './path.js';

/** What the page about a room says of it. */
export async function loadRoomInfo(
  context: Context,
  id: number,
  call?: CallOptions,
): Promise<Partial<RoomFacts>> {
  const info = parseRoomInfo(await context.http.page(path`/rooms/info/${id}`, call));
  const owners = info.owners.map(({ id: ownerId, name }) => context.users.get(ownerId).learn({ name }));
  return { ...info, owners };
}

/** What the room's own page says of it. */
export async function loadRoomPage(
  context: Context,
  id: number,
  call?: CallOptions,
): Promise<Partial<RoomFacts>> {
  const { access, canTalk, frozen, deleted } = parseRoomPage(
    await context.http.page(path`/rooms/${id}`, call),
  );
  return { access, canTalk, frozen, deleted };
}
