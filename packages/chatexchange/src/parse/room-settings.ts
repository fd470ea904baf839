import type { PageElement } from './document.js';
import { parseRoomPage, type RoomPage } from './room-page.js';
import { unexpectedPage } from './unexpected.js';

/** What the owners of a room have decided about it. */
export type PresentSettings = Pick<RoomPage, 'name' | 'description' | 'tags' | 'host' | 'access'>;

/** Where `/rooms/{id}` tells of them. */
const places: readonly string[] = ['#info', '#roomdesc', '#room-tags'];

/** Reads the settings of a room from `/rooms/{id}`. What cannot be found is never taken for empty: it would be saved as such. */
export function parseRoomSettings(document: PageElement): PresentSettings {
  for (const place of places) if (document.find(place) === undefined) unexpectedPage('/rooms/{id}', place);
  return parseRoomPage(document);
}
