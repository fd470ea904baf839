import type { ListOptions, ListPage, PoliteAsk } from './lists.js';
import { checkPageSize, checkWord } from './message-lists.js';
import type { Context } from './model/context.js';
import type { Room } from './model/room.js';
import { parseRoomList } from './parse/room-list.js';
import { after } from './search.js';

const mostListed = 100;
const tabs: readonly unknown[] = [
  'all',
  'site',
  'favorite',
  'events',
  'mine',
  'invited',
] satisfies RoomsOptions['tab'][];
const orders: readonly unknown[] = ['active', 'created', 'people', 'event'] satisfies RoomsOptions['sort'][];

/** Which rooms are listed, and how. */
export interface RoomsOptions extends ListOptions {
  /** `all` is the default; `site` is the rooms of one's own site, `mine` those that one is in. */
  readonly tab?: 'all' | 'site' | 'favorite' | 'events' | 'mine' | 'invited' | undefined;
  /** Default `active`: what was said in last comes first. */
  readonly sort?: 'active' | 'created' | 'people' | 'event' | undefined;
  /** Rooms with these words in their name, description or tags. */
  readonly filter?: string | undefined;
  /** Also those that are frozen. Default `false`. */
  readonly frozen?: boolean | undefined;
  /** How many rooms a request brings. Default: as many as the service likes, which is 20. */
  readonly pageSize?: number | undefined;
}

/** A page of the list of rooms. */
export interface RoomsPage extends ListPage<number> {
  readonly rooms: readonly Room[];
}

/** Reads one page of the list of rooms. */
export async function readRoomsPage(
  context: Context,
  { tab = 'all', sort = 'active', filter, frozen = false, pageSize }: RoomsOptions,
  ask: PoliteAsk,
  page = 1,
): Promise<RoomsPage> {
  checkWord('tab', tab, tabs);
  checkWord('sort', sort, orders);
  const size = pageSize === undefined ? undefined : checkPageSize(pageSize, mostListed);
  const query = { tab, sort, filter, page, pageSize: size, nohide: frozen || undefined };
  const { rooms, next } = await ask(async (call) =>
    parseRoomList(await context.http.page('/rooms', { ...call, query })),
  );
  return {
    rooms: rooms.map(({ id, name, access, isFavorite, deleted, messageCount, frozen: isFrozen }) =>
      context.rooms.get(id).learn({
        name,
        access,
        isFavorite,
        deleted,
        frozen: isFrozen,
        ...(messageCount === undefined ? {} : { messageCount }),
      }),
    ),
    next: after(page, next),
  };
}
