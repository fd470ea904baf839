import type { CallOptions } from '@x/http-core';
import { path } from '../path.js';
import { parseUserPage, type UserPage } from '../parse/user-page.js';
import type { Context } from './context.js';
import { createFacts, type Facts, type LoadOptions } from './facts.js';
import type { Lazy } from './lazy.js';

/** What can be known of a user. */
export type UserFacts = UserPage;

/** Everything that is known of a user: what {@link User.load} gives. */
export type UserSnapshot = { readonly id: number } & UserFacts;

/**
 * Somebody on a chat server. Ids of people are positive, those of the system negative; they are not those of the main
 * sites. Everything but the id is lazy: the first that is waited for asks for the user's page, which has all of it.
 * Waiting rejects with `refused` / `NOT_FOUND` when there is no such user.
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
  readonly id: number;
  readonly #facts: Facts<UserFacts>;

  /** @internal */
  constructor(id: number, context: Context) {
    this.id = id;
    this.#facts = createFacts<UserFacts>([
      {
        keys: [
          'name',
          'about',
          'isModerator',
          'messageCount',
          'roomCount',
          'reputation',
          'lastSeen',
          'lastMessage',
        ],
        load: async (call) => parseUserPage(await context.http.page(path`/users/${id}`, call)),
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

  /** What is known already; asks nothing. */
  get known(): Pick<UserSnapshot, 'id'> & Partial<UserFacts> {
    return { id: this.id, ...this.#facts.known };
  }

  /** Everything, as a plain object; one request, or none when it is known. */
  async load(options?: LoadOptions): Promise<UserSnapshot> {
    return { id: this.id, ...(await this.#facts.load(options)) };
  }

  /** Asks for everything anew, also for what is known; resolves with it as {@link User.load} does. */
  refresh(call?: CallOptions): Promise<UserSnapshot> {
    return this.load({ ...call, refresh: true });
  }

  toJSON(): Pick<UserSnapshot, 'id'> & Partial<UserFacts> {
    return this.known;
  }

  /** @internal */
  learn(facts: Partial<UserFacts>): this {
    this.#facts.learn(facts);
    return this;
  }

  /** @internal */
  forget(...keys: readonly (keyof UserFacts)[]): void {
    this.#facts.forget(...keys);
  }
}
