import type { CallOptions, Pages } from '@x/http-core';
import { listPages, type ListOptions } from '../lists.js';
import type { HistoryOptions, HistoryPage } from '../message-lists.js';
import type { RoomAccessLists } from '../room-people.js';
import type { FoundPage, SearchOptions } from '../search.js';
import type { StarredMessage, StarsOptions } from '../stars.js';
import type { TranscriptPage } from '../transcript.js';
import { AdministeredRoom } from './administered-room.js';
import type { Context } from './context.js';
import type { Message } from './message.js';
import type { Room } from './room.js';
import type { User } from './user.js';

/** What can be read of a room beyond what its properties say: what was said there, and who is who. */
export abstract class ReadableRoom extends AdministeredRoom {
  readonly #context: Context;

  /** @internal */
  constructor(context: Context) {
    super(context);
    this.#context = context;
  }

  get #room(): Room {
    return this.#context.rooms.get(this.id);
  }

  /**
   * What was said from one moment to before another, oldest first. Without `from` it begins with the room's first day,
   * without `to` it ends with what was said last. It is read page by page as it is iterated, a second at least between two
   * of them; `pages()` gives them with their day and what they tell of times. The messages learn all that the pages show.
   *
   * Iterating rejects with `refused` (`NOT_FOUND`, `ROOM_PRIVATE`), and with `usage` / `INVALID_REQUEST` for dates that are none.
   *
   * @example
   * ```ts
   * import type { Room } from '@x/chatexchange';
   *
   * export async function printDay(room: Room): Promise<void> {
   *   const day = room.transcript(new Date('2018-10-30'), new Date('2018-10-31'));
   *   for await (const message of day) console.log(message.id, await message.textContent);
   * }
   * ```
   */
  transcript(from?: Date, to?: Date, options: ListOptions = {}): Pages<Message, TranscriptPage> {
    return listPages(
      this.#context,
      options,
      async (ask, cursor: string | undefined) =>
        (await import('../reading-rooms.js')).readTranscriptPage(
          this.#context,
          this.#room,
          { from, to },
          ask,
          cursor,
        ),
      ({ messages }) => messages,
    );
  }

  /**
   * What was said, newest first, by the room's event feed: exact times, and no stars or edits. Messages that were removed are
   * among it. `before` and `after` are messages that bound it; they are not among it.
   */
  history(options: HistoryOptions = {}): Pages<Message, HistoryPage> {
    return listPages(
      this.#context,
      options,
      async (ask, cursor: number | undefined) =>
        (await import('../reading-rooms.js')).readHistoryPage(
          this.#context,
          this.#room,
          options,
          ask,
          cursor,
        ),
      ({ messages }) => messages,
    );
  }

  /** What was said there with these words in it. An empty query finds all that a `user` said. */
  search(query: string, options: SearchOptions = {}): Pages<Message, FoundPage> {
    return listPages(
      this.#context,
      options,
      async (ask, page: number | undefined) =>
        (await import('../reading-rooms.js')).readFoundPage(
          this.#context,
          query,
          { ...options, room: this.id },
          ask,
          page,
        ),
      ({ messages }) => messages,
    );
  }

  /** What is starred there, as the sidebar shows it: what is pinned comes first. At most `count`; default: all that it shows. */
  async stars(options?: StarsOptions): Promise<StarredMessage[]> {
    return (await import('../reading-rooms.js')).readStarred(this.#context, this.#room, options);
  }

  /** Who is in the room now. */
  async getCurrentUsers(call?: CallOptions): Promise<User[]> {
    return (await import('../reading-rooms.js')).readCurrentUsers(this.#context, this.#room, call);
  }

  /** The ids of {@link Room.getCurrentUsers}. */
  async getCurrentUserIds(call?: CallOptions): Promise<number[]> {
    return idsOf(await this.getCurrentUsers(call));
  }

  /** The names of {@link Room.getCurrentUsers}. */
  async getCurrentUserNames(call?: CallOptions): Promise<string[]> {
    return namesOf(await this.getCurrentUsers(call));
  }

  /** Who hears of it when they are mentioned: who is there, or was lately. Needs an account; without one it is nobody. */
  async getPingableUsers(call?: CallOptions): Promise<User[]> {
    return (await import('../reading-rooms.js')).readPingableUsers(this.#context, this.#room, call);
  }

  /** The ids of {@link Room.getPingableUsers}. */
  async getPingableUserIds(call?: CallOptions): Promise<number[]> {
    return idsOf(await this.getPingableUsers(call));
  }

  /** The names of {@link Room.getPingableUsers}. */
  async getPingableUserNames(call?: CallOptions): Promise<string[]> {
    return namesOf(await this.getPingableUsers(call));
  }

  /** Who is often there. */
  async getFrequentUsers(call?: CallOptions): Promise<User[]> {
    return (await import('../reading-rooms.js')).readFrequentUsers(this.#context, this.#room, call);
  }

  /** Who was given which rights there. */
  async getAccess(call?: CallOptions): Promise<RoomAccessLists> {
    return (await import('../reading-rooms.js')).readAccess(this.#context, this.#room, call);
  }
}

function idsOf(users: readonly User[]): number[] {
  return users.map(({ id }) => id);
}

/** They were told with their names. */
function namesOf(users: readonly User[]): string[] {
  return users.map(({ known }) => known.name ?? '');
}
