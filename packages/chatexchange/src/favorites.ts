import type { CallOptions } from '@x/http-core';
import { act } from './act.js';
import type { Context } from './model/context.js';
import type { AdministeredRoom } from './model/administered-room.js';
import { unexpectedAnswer } from './parse/unexpected.js';
import { path } from './path.js';

/** Makes a room a favourite of the account, or makes it none. The service toggles, so it is asked first. */
export async function setFavorite(
  context: Context,
  room: AdministeredRoom,
  on: boolean,
  call?: CallOptions,
): Promise<void> {
  await context.me(call?.signal);
  const address = path`/rooms/thumbs/${room.id}`;
  let isFavorite = readMark(await context.http.json(address, call), address);
  // Twice at most: somebody else may have had the same idea at the same moment.
  for (let attempt = 0; isFavorite !== on && attempt < 2; attempt += 1) {
    isFavorite = readMark(
      await act(context, '/rooms/favorite', { roomId: room.id }, call),
      '/rooms/favorite',
    );
  }
  if (isFavorite !== on) unexpectedAnswer('/rooms/favorite', `isFavorite: ${on}`);
  room.learn({ isFavorite });
}

function readMark(thumb: unknown, address: string): boolean {
  const { isFavorite } = Object(thumb) as { readonly isFavorite?: unknown };
  return typeof isFavorite === 'boolean' ? isFavorite : unexpectedAnswer(address, 'isFavorite');
}
