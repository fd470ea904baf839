import type { CallOptions } from '@x/http-core';
import type { KickOptions, UserAccess } from '../administration.js';
import type { Bookmark } from '../bookmarks.js';
import type { RoomChanges } from '../room-settings.js';
import type { Context } from './context.js';
import type { Message } from './message.js';
import type { Room, RoomFacts } from './room.js';
import type { User } from './user.js';

/**
 * What can be done with a room as a whole, most of it by its owners and by moderators alone. Users and messages are given
 * as they are or by their ids. Each call resolves when the service has done it; it rejects with `refused` and the reason,
 * `NO_PERMISSION` where the account is not in charge, `ROOM_NOT_FOUND`, `NOT_FOUND`, `REFUSED` for sentences that nobody
 * knows, and with `auth` / `NOT_LOGGED_IN` without an account.
 *
 * @example
 * ```ts
 * import { isServiceError, type Room, type User } from '@x/chatexchange';
 *
 * export async function calm(room: Room, noisy: User): Promise<string> {
 *   try {
 *     return await room.kickMute(noisy);
 *   } catch (error) {
 *     if (isServiceError(error) && error.code === 'NO_PERMISSION') return 'only its owners can do that';
 *     throw error;
 *   }
 * }
 * ```
 */
export abstract class AdministeredRoom {
  abstract readonly id: number;
  readonly #context: Context;

  /** @internal */
  constructor(context: Context) {
    this.#context = context;
  }

  /** @internal */
  abstract learn(facts: Partial<RoomFacts>): this;

  /** @internal */
  abstract forget(...keys: readonly (keyof RoomFacts)[]): void;

  /** Gives somebody rights in the room; `remove` leaves them what everybody has there. For owners. */
  async setAccess(user: User | number, access: UserAccess, call?: CallOptions): Promise<void> {
    const { setAccess } = await import('../administering.js');
    return setAccess(this.#context, this, user, access, call);
  }

  /**
   * Throws somebody out, who can only read there for a while: a minute, the next time within a day five, and then thirty,
   * unless `durationMs` says otherwise. Resolves with what the service says. For owners.
   */
  async kickMute(user: User | number, options?: KickOptions): Promise<string> {
    const { kickMute } = await import('../administering.js');
    return kickMute(this.#context, this, user, options);
  }

  /**
   * Lets nobody talk there for a while, in whole seconds, rounded up; 0 ends it. Everybody is told the reason, of at most
   * 100 characters. Resolves with what the service says. For owners.
   */
  async timeout(durationMs: number, reason = '', call?: CallOptions): Promise<string> {
    const { timeout } = await import('../administering.js');
    return timeout(this.#context, this, durationMs, reason, call);
  }

  /**
   * Moves messages to another room, a hundred at once; resolves with how many the service has moved. For owners, who must be
   * able to talk there. When it fails half-way, those before have been moved: see their `room`.
   */
  async moveMessages(
    messages: Iterable<Message | number>,
    to: Room | number,
    call?: CallOptions,
  ): Promise<number> {
    const { moveMessages } = await import('../administering.js');
    return moveMessages(this.#context, this, messages, to, call);
  }

  /** Moves messages to a room that is made for them, as many as the service takes at once: some two hundred. For owners. */
  async moveMessagesToNewRoom(
    messages: Iterable<Message | number>,
    title: string,
    call?: CallOptions,
  ): Promise<void> {
    const { moveMessagesToNewRoom } = await import('../administering.js');
    return moveMessagesToNewRoom(this.#context, this, messages, title, call);
  }

  /** Removes messages of the room, whoever sent them and whenever, a hundred at once. For owners. */
  async deleteMessages(messages: Iterable<Message | number>, call?: CallOptions): Promise<void> {
    const { deleteMessages } = await import('../administering.js');
    return deleteMessages(this.#context, this, messages, call);
  }

  /** Freezes the room, so that nobody can talk there, or thaws it. For moderators. */
  async setFrozen(on: boolean, call?: CallOptions): Promise<void> {
    const { setFrozen } = await import('../administering.js');
    return setFrozen(this.#context, this, on, call);
  }

  /** Deletes the room, so that nobody sees it any more, or brings it back. For moderators. */
  async setDeleted(on: boolean, call?: CallOptions): Promise<void> {
    const { setDeleted } = await import('../administering.js');
    return setDeleted(this.#context, this, on, call);
  }

  /**
   * Changes what the room is called and about, and what everybody may do there. The service takes all of it at once: what is
   * not given is read before and stays as it is. For owners.
   */
  async save(changes: RoomChanges, call?: CallOptions): Promise<void> {
    const { saveRoom } = await import('../administering.js');
    return saveRoom(this.#context, this, changes, call);
  }

  /** Makes the room a favorite of the account, or none. The service toggles, so it is looked at before, and never toggled the wrong way. */
  async setFavorite(on: boolean, call?: CallOptions): Promise<void> {
    const { setFavorite } = await import('../administering.js');
    return setFavorite(this.#context, this, on, call);
  }

  /** Asks the owners for leave to talk there, or to come in. */
  async requestAccess(call?: CallOptions): Promise<void> {
    const { requestAccess } = await import('../administering.js');
    return requestAccess(this.#context, this, call);
  }

  /** Asks somebody in; resolves with what the service says. */
  async invite(user: User | number, call?: CallOptions): Promise<string> {
    const { invite } = await import('../administering.js');
    return invite(this.#context, user, this, call);
  }

  /** Keeps what was said from one message to another as a conversation with a title; resolves with where it is. */
  async bookmark(
    first: Message | number,
    last: Message | number,
    title: string,
    call?: CallOptions,
  ): Promise<Bookmark> {
    const { bookmark } = await import('../administering.js');
    return bookmark(this.#context, this, { first, last, title }, call);
  }

  /** Forgets a conversation that was kept, by the end of its address; its messages stay. */
  async deleteBookmark(slug: string, call?: CallOptions): Promise<void> {
    const { deleteBookmark } = await import('../administering.js');
    return deleteBookmark(this.#context, this, slug, call);
  }
}
