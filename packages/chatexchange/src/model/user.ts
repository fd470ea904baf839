import type { CallOptions } from '@x/http-core';
import type { ParentUser, UserPage } from '../parse/user-page.js';
import type { UserInfo } from '../parse/user-info.js';
import type { Context } from './context.js';
import { createFacts, type Facts, type LoadOptions } from './facts.js';
import { lazyText, type Lazy } from './lazy.js';
import type { Room } from './room.js';

/** What can be known of a user. */
export interface UserFacts extends Omit<UserPage, 'rooms' | 'ownedRooms'>, UserInfo {
  readonly rooms: readonly Room[];
  readonly ownedRooms: readonly Room[];
}

/** Everything that is known of a user: what {@link User.load} gives. */
export type UserSnapshot = { readonly id: number } & UserFacts;

/**
 * Somebody on a chat server. Ids of people are positive, those of the system negative; only on the chats of a single site
 * are they those of the site. Everything but the id is lazy: `name`, `isModerator`, `reputation`, `pictureUrl`,
 * `lastSeenAt` and `lastPostAt` are asked for together, for all users who are waited for at the same moment; the rest is on
 * the user's page. Waiting rejects with `refused` / `NOT_FOUND` when there is no such user (any more).
 *
 * @example
 * ```ts
 * import type { ChatExchange } from '@x/chatexchange';
 *
 * export async function greet(chat: ChatExchange): Promise<string> {
 *   const me = await chat.getMe();
 *   return (await me.isModerator) ? 'Activating self-destruct sequence' : 'Access denied';
 * }
 * ```
 */
export class User {
  /** The same in all rooms of a server. */
  readonly id: number;
  readonly #facts: Facts<UserFacts>;
  readonly #context: Context;

  /** @internal */
  constructor(id: number, context: Context) {
    this.id = id;
    this.#context = context;
    this.#facts = createFacts<UserFacts>(() => [
      {
        keys: ['name', 'isModerator', 'reputation', 'pictureUrl', 'lastSeenAt', 'lastPostAt'],
        load: (call) => context.userInfo(id, call),
      },
      {
        keys: [
          'about',
          'messageCount',
          'roomCount',
          'lastSeen',
          'lastMessage',
          'since',
          'parentUser',
          'rooms',
          'ownedRooms',
        ],
        load: async (call) => {
          const { loadUserPage } = await import('../users.js');
          return loadUserPage(context, id, call);
        },
      },
    ]);
  }

  /** The display name, as plain text. */
  get name(): Lazy<string> {
    return this.#facts.get('name');
  }
  /** What they say about themselves, as HTML; `undefined` when it is nothing. */
  get about(): Lazy<string | undefined> {
    return this.#facts.get('about');
  }
  /** What they say about themselves, as plain text; empty when it is nothing. */
  get textAbout(): Lazy<string> {
    return lazyText(async () => (await this.about) ?? '');
  }
  /** Whether they are a moderator of a site, and so of every room. */
  get isModerator(): Lazy<boolean> {
    return this.#facts.get('isModerator');
  }
  /** How many messages they have sent. */
  get messageCount(): Lazy<number> {
    return this.#facts.get('messageCount');
  }
  /** In how many rooms they have taken part. */
  get roomCount(): Lazy<number> {
    return this.#facts.get('roomCount');
  }
  /** Of the accounts that belong to them; `undefined` when there are none. */
  get reputation(): Lazy<number | undefined> {
    return this.#facts.get('reputation');
  }
  /** About how many seconds ago they were there, when their page was read; `undefined` when nobody knows. */
  get lastSeen(): Lazy<number | undefined> {
    return this.#facts.get('lastSeen');
  }
  /** About how many seconds ago they said something, when their page was read. */
  get lastMessage(): Lazy<number | undefined> {
    return this.#facts.get('lastMessage');
  }

  /** When they were last there, in seconds since 1970; `undefined` when nobody knows. */
  get lastSeenAt(): Lazy<number | undefined> {
    return this.#facts.get('lastSeenAt');
  }
  /** When they last said something, in any room, in seconds since 1970; `undefined` when they never did. */
  get lastPostAt(): Lazy<number | undefined> {
    return this.#facts.get('lastPostAt');
  }
  /** The day on which they first came: `2015-05-26`. */
  get since(): Lazy<string | undefined> {
    return this.#facts.get('since');
  }
  /** The account of a main site that they stand for; `undefined` for bots and the system. */
  get parentUser(): Lazy<ParentUser | undefined> {
    return this.#facts.get('parentUser');
  }
  /** The address of the picture; `undefined` when the service names none. */
  get pictureUrl(): Lazy<string | undefined> {
    return this.#facts.get('pictureUrl');
  }
  /** The rooms where they are now, as far as the account may see them. */
  get rooms(): Lazy<readonly Room[]> {
    return this.#facts.get('rooms');
  }
  /** The rooms that they own, as far as the account may see them. */
  get ownedRooms(): Lazy<readonly Room[]> {
    return this.#facts.get('ownedRooms');
  }

  /** What is known already; asks nothing. */
  get known(): Pick<UserSnapshot, 'id'> & Partial<UserFacts> {
    return { id: this.id, ...this.#facts.known };
  }

  /** Everything, as a plain object; two requests, or fewer when some of it is known. */
  async load(options?: LoadOptions): Promise<UserSnapshot> {
    return { id: this.id, ...(await this.#facts.load(options)) };
  }

  /** Asks for everything anew, also for what is known; resolves with it as {@link User.load} does. */
  refresh(call?: CallOptions): Promise<UserSnapshot> {
    return this.load({ ...call, refresh: true });
  }

  /**
   * Hides what they say from the account, in every room. Rejects with `auth` / `NOT_LOGGED_IN` without an account, and with
   * `refused` when the service will not have it.
   */
  async ignore(call?: CallOptions): Promise<void> {
    const { ignore } = await import('../administering.js');
    return ignore(this.#context, this, true, call);
  }

  /** Shows again what they say; rejects as {@link User.ignore} does. */
  async unignore(call?: CallOptions): Promise<void> {
    const { ignore } = await import('../administering.js');
    return ignore(this.#context, this, false, call);
  }

  /**
   * Asks them into a room, given as it is or by its id; resolves with what the service says. Rejects with `refused`:
   * `NO_PERMISSION`, `ROOM_NOT_FOUND`, `NOT_FOUND`.
   */
  async invite(room: Room | number, call?: CallOptions): Promise<string> {
    const { invite } = await import('../administering.js');
    return invite(this.#context, this, room, call);
  }

  /** Makes a room for the account and this user alone; resolves with it. Rejects with `refused` as {@link User.invite} does. */
  async pairOff(name: string, call?: CallOptions): Promise<Room> {
    const { pairOff } = await import('../administering.js');
    return pairOff(this.#context, this, name, call);
  }

  /** What is known; rooms by their ids. */
  toJSON(): { readonly id: number } {
    const { rooms, ownedRooms, ...rest } = this.known;
    const idOf = ({ id }: Room): number => id;
    return Object.assign(rest, { rooms: rooms?.map(idOf), ownedRooms: ownedRooms?.map(idOf) });
  }

  /** @internal */
  learn(facts: Partial<UserFacts>): this {
    this.#facts.learn(facts);
    return this;
  }

  /** @internal */
  forget(...keys: readonly (keyof UserFacts)[]): void {
    this.#facts.forget(keys);
  }
}
