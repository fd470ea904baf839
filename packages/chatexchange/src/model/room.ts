import type { CallOptions } from '@x/http-core';
import type { ChatEvent, ChatEventKey, ChatEventOf } from '../events.js';
import type { RoomInfo } from '../parse/room-info.js';
import type { RoomPage } from '../parse/room-page.js';
import type { SendOptions } from '../post.js';
import type { EventIterator, ListenOptions } from '../watch.js';
import type { Context } from './context.js';
import { createFacts, type Facts, type LoadOptions } from './facts.js';
import { lazyText, type Lazy } from './lazy.js';
import type { Message } from './message.js';
import { ReadableRoom } from './readable-room.js';
import type { User } from './user.js';

/** What can be known of a room. */
export interface RoomFacts
  extends Omit<RoomInfo, 'owners'>, Pick<RoomPage, 'access' | 'canTalk' | 'frozen' | 'deleted'> {
  readonly owners: readonly User[];
}

/** Everything that is known of a room: what {@link Room.load} gives. */
export type RoomSnapshot = { readonly id: number } & RoomFacts;

/**
 * A room. Everything but the id is lazy: the first that is waited for asks for the page about the room, which has nearly
 * all of it; `access`, `canTalk`, `frozen` and `deleted` are on the page of the room itself. Waiting rejects with `refused`:
 * `NOT_FOUND` when there is no such room, `ROOM_PRIVATE` when it is not open to the account.
 *
 * @example
 * ```ts
 * import type { ChatExchange } from '@x/chatexchange';
 *
 * export async function echo(chat: ChatExchange): Promise<void> {
 *   const sandbox = chat.getRoom(1);
 *   await sandbox.join();
 *   console.log(`joined ${await sandbox.name}`);
 *   for await (const message of sandbox.newMessages()) console.log(await message.textContent);
 * }
 * ```
 */
export class Room extends ReadableRoom {
  override readonly id: number;
  readonly #facts: Facts<RoomFacts>;
  readonly #context: Context;

  /** @internal */
  constructor(id: number, context: Context) {
    super(context);
    this.id = id;
    this.#context = context;
    this.#facts = createFacts<RoomFacts>(() => [
      {
        keys: [
          'name',
          'description',
          'messageCount',
          'userCount',
          'parentSiteName',
          'owners',
          'tags',
          'firstMessage',
          'lastMessage',
          'messageStatistics',
          'isFavorite',
        ],
        load: async (call) => (await import('../reading-rooms.js')).loadRoomInfo(context, id, call),
      },
      {
        keys: ['access', 'canTalk', 'frozen', 'deleted'],
        load: async (call) => (await import('../reading-rooms.js')).loadRoomPage(context, id, call),
      },
    ]);
  }

  /** The name, as plain text. */
  get name(): Lazy<string> {
    return this.#facts.get('name');
  }
  /** The description, as HTML. */
  get description(): Lazy<string> {
    return this.#facts.get('description');
  }
  /** The description, as plain text. */
  get textDescription(): Lazy<string> {
    return lazyText(async () => await this.description);
  }
  /** How many messages were ever sent there. */
  get messageCount(): Lazy<number> {
    return this.#facts.get('messageCount');
  }
  /** How many users ever took part. */
  get userCount(): Lazy<number> {
    return this.#facts.get('userCount');
  }
  /** The site that the room belongs to, if any. */
  get parentSiteName(): Lazy<string | undefined> {
    return this.#facts.get('parentSiteName');
  }
  /** Those who run it, as far as the page about the room shows them. */
  get owners(): Lazy<readonly User[]> {
    return this.#facts.get('owners');
  }
  /** Its tags, as plain text. */
  get tags(): Lazy<readonly string[]> {
    return this.#facts.get('tags');
  }
  /** The day of the first message, `2015-10-19`; `undefined` when nothing was said yet. */
  get firstMessage(): Lazy<string | undefined> {
    return this.#facts.get('firstMessage');
  }
  /** When something was said last, in the page's words: `18 minutes ago`. */
  get lastMessage(): Lazy<string | undefined> {
    return this.#facts.get('lastMessage');
  }
  /** How many messages were sent `today`, `yesterday`, `per day`, …, as the page names it; rounded from a thousand on. */
  get messageStatistics(): Lazy<Readonly<Record<string, number>> | undefined> {
    return this.#facts.get('messageStatistics');
  }
  /** Whether it is among the account's favorites. */
  get isFavorite(): Lazy<boolean> {
    return this.#facts.get('isFavorite');
  }
  /** `public`, `gallery` (everybody reads, some talk) or `private`. */
  get access(): Lazy<RoomPage['access']> {
    return this.#facts.get('access');
  }
  /** Whether the account may talk there; without an account nobody may. */
  get canTalk(): Lazy<boolean> {
    return this.#facts.get('canTalk');
  }
  /** Frozen rooms are silent since long, and take no messages. `undefined` when the page does not tell. */
  get frozen(): Lazy<boolean | undefined> {
    return this.#facts.get('frozen');
  }
  /** Whether it was removed. `undefined` when the page does not tell. */
  get deleted(): Lazy<boolean | undefined> {
    return this.#facts.get('deleted');
  }

  /** What is known already; asks nothing. */
  get known(): Pick<RoomSnapshot, 'id'> & Partial<RoomFacts> {
    return { id: this.id, ...this.#facts.known };
  }

  /** Everything, as a plain object; at most two requests. */
  async load(options?: LoadOptions): Promise<RoomSnapshot> {
    return { id: this.id, ...(await this.#facts.load(options)) };
  }

  /** Asks for everything anew, also for what is known; resolves with it as {@link Room.load} does. */
  refresh(call?: CallOptions): Promise<RoomSnapshot> {
    return this.load({ ...call, refresh: true });
  }

  /**
   * Enters the room: the account is shown there, and events of the room come from now on. Resolves when they do. All
   * rooms share one connection, which is made with the first.
   *
   * Rejects with `refused` when the room is not open to the account, `timeout` after `timeoutMs` (60 s), `closed`.
   */
  join(call?: Pick<CallOptions, 'signal' | 'timeoutMs'>): Promise<void> {
    return this.#context.live.join(this, call);
  }

  /** Leaves the room: its iterators end, and with the last room the connection. */
  leave(call?: CallOptions): Promise<void> {
    return this.#context.live.leave(this, call);
  }

  /**
   * Says something; resolves with the message when the service has it. At most 500 characters in one line, which may hold
   * Markdown, or 10,000 in several lines, which may not. All that an account says waits in one queue: when the service
   * asks for a pause the queue makes it, and sends again, five times at most. With `split` a longer text becomes several
   * messages that follow each other; then this resolves when all are there, with the first. See {@link Room.sendMessages}.
   *
   * Rejects unsent with `usage` / `MESSAGE_TOO_LONG`, `INVALID_REQUEST` for nothing to say, `QUEUE_FULL`. Rejects with
   * `refused` and the reason: `DUPLICATE_MESSAGE` for the same text once more (see `duplicates`), `ROOM_NOT_FOUND`,
   * `ROOM_FROZEN`, `ROOM_TIMEOUT`, `ACCOUNT_BLOCKED`, `REPUTATION`, …; with `rate-limit` / `THROTTLED`; with `network` or
   * `timeout` when nobody knows whether it arrived. In a room that was joined it is then looked for among what is said for a
   * minute, before it is given up with `timeout` / `SEND_UNCONFIRMED`. It is never sent twice for that.
   *
   * @example
   * ```ts
   * import type { Message, Room } from '@x/chatexchange';
   *
   * export const insist = (room: Room, text: string, signal: AbortSignal): Promise<Message> =>
   *   room.sendMessage(text, { duplicates: 'resend', split: 'words', signal });
   * ```
   */
  async sendMessage(text: string, options?: SendOptions): Promise<Message> {
    const { post } = await this.#context.sending();
    const [first] = await post(this.#context, { room: this, text, options });
    return first;
  }

  /**
   * Says something that may be long: cuts it between words, or with `split: 'lines'` at line ends only, into as few messages as
   * it can (see {@link splitMessage}), and resolves with all of them. Nothing else of this client comes between them.
   *
   * Rejects as {@link Room.sendMessage} does. When some parts have been sent the rest is not, the error is not `retryable`,
   * and its `details.sent` are the messages that are there.
   */
  async sendMessages(text: string, options?: SendOptions): Promise<readonly Message[]> {
    const { post } = await this.#context.sending();
    return post(this.#context, { room: this, text, options: { split: 'words', ...options } });
  }

  /**
   * Calls back for every event of the room, and enters it. The function returned, or the signal, ends that. A callback
   * that throws hurts nobody; its error goes to `onListenerError`, as does that of a room that cannot be entered.
   */
  watch(callback: (event: ChatEvent) => unknown, options?: ListenOptions): () => void {
    return this.#context.live.watch(this, callback, options);
  }

  /**
   * Every event of the room from now on, or those of a type, by its name or by the service's number; enters the room. It ends when the room is left and when the
   * client is closed; with an error when the room cannot be entered, and with `usage` / `SLOW_CONSUMER` when 10,000 events wait to be read.
   */
  newEvents(): EventIterator<ChatEvent>;
  newEvents<Key extends ChatEventKey>(type: Key): EventIterator<ChatEventOf<Key>>;
  newEvents(type?: ChatEventKey): EventIterator<ChatEvent> {
    return this.#context.live.iterate(this, (event) =>
      type === undefined || event.type === type || ('typeId' in event && event.typeId === type)
        ? event
        : undefined,
    );
  }

  /** Every new message of the room from now on, each once; otherwise as {@link Room.newEvents}. */
  newMessages(): EventIterator<Message> {
    return this.#context.live.iterate(this, (event) =>
      event.type === 'message' ? event.message : undefined,
    );
  }

  toJSON(): Pick<RoomSnapshot, 'id'> & Partial<RoomFacts> {
    return this.known;
  }

  /** @internal */
  override learn(facts: Partial<RoomFacts>): this {
    this.#facts.learn(facts);
    return this;
  }

  /** @internal */
  override forget(...keys: readonly (keyof RoomFacts)[]): void {
    this.#facts.forget(keys);
  }
}
