import type { CallOptions, Fields } from '@x/http-core';
import { act, type Place } from '../act.js';
import { limits } from '../content/limits.js';
import { loadTime, loadTranscript } from '../messages.js';
import { path } from '../path.js';
import { toText } from '../parse/text.js';
import { checkMessage, post, type SendOptions } from '../post.js';
import type { Context } from './context.js';
import { createFacts, type Facts, type LoadOptions } from './facts.js';
import { lazy, type Lazy } from './lazy.js';
import type { Room } from './room.js';
import type { User } from './user.js';

/** What can be known of a message. */
export interface MessageFacts {
  readonly room: Room;
  /** HTML; `undefined` when the message was removed. */
  readonly content: string | undefined;
  /** `undefined` when the account is gone. */
  readonly owner: User | undefined;
  /** The message that it answers. */
  readonly parent: Message | undefined;
  readonly deleted: boolean;
  readonly edited: boolean;
  readonly stars: number;
  readonly pinned: boolean;
  /** Seconds since 1970. */
  readonly timeStamp: number | undefined;
}

/** Everything that is known of a message: what {@link Message.load} gives. */
export type MessageSnapshot = { readonly id: number } & MessageFacts;

/**
 * A message. Everything but the id is lazy: what events said is known, the rest is on the transcript's page around the
 * message, which says as much of its neighbours. Waiting rejects with `refused` / `NOT_FOUND` when there is no such message.
 *
 * @example
 * ```ts
 * import type { Message, User } from '@x/chatexchange';
 *
 * export async function answer(message: Message, me: User): Promise<void> {
 *   if ((await message.owner) !== me) await message.reply('Howdy!');
 * }
 * ```
 */
export class Message {
  readonly id: number;
  readonly #facts: Facts<MessageFacts>;
  readonly #context: Context;

  /** @internal */
  constructor(id: number, context: Context) {
    this.id = id;
    this.#context = context;
    this.#facts = createFacts<MessageFacts>([
      {
        keys: ['room', 'content', 'owner', 'parent', 'deleted', 'edited', 'stars', 'pinned'],
        load: (call) => loadTranscript(context, id, call),
      },
      {
        keys: ['timeStamp'],
        load: async (call) => ({ timeStamp: await loadTime(context, await this.room, id, call) }),
      },
    ]);
  }

  get room(): Lazy<Room> {
    return this.#facts.get('room');
  }
  /** What it says, as HTML; `undefined` when it was removed. */
  get content(): Lazy<string | undefined> {
    return this.#facts.get('content');
  }
  /** What it says, as plain text; empty when it was removed. */
  get textContent(): Lazy<string> {
    return lazy(async () => toText((await this.content) ?? ''));
  }
  /** Who sent it; `undefined` when the account is gone. */
  get owner(): Lazy<User | undefined> {
    return this.#facts.get('owner');
  }
  /** The message that it answers. */
  get parent(): Lazy<Message | undefined> {
    return this.#facts.get('parent');
  }
  get deleted(): Lazy<boolean> {
    return this.#facts.get('deleted');
  }
  get edited(): Lazy<boolean> {
    return this.#facts.get('edited');
  }
  get stars(): Lazy<number> {
    return this.#facts.get('stars');
  }
  get pinned(): Lazy<boolean> {
    return this.#facts.get('pinned');
  }
  /** When it was sent, in seconds since 1970. Events tell it; else the room's history is asked. */
  get timeStamp(): Lazy<number | undefined> {
    return this.#facts.get('timeStamp');
  }

  /** What is known already; asks nothing. */
  get known(): Pick<MessageSnapshot, 'id'> & Partial<MessageFacts> {
    return { id: this.id, ...this.#facts.known };
  }

  /** Everything, as a plain object: a page, and one request more for the time, if these are not known. */
  async load(options?: LoadOptions): Promise<MessageSnapshot> {
    return { id: this.id, ...(await this.#facts.load(options)) };
  }

  /** Asks for everything anew, also for what is known; resolves with it as {@link Message.load} does. */
  refresh(call?: CallOptions): Promise<MessageSnapshot> {
    return this.load({ ...call, refresh: true });
  }

  /** Answers it, in its room; resolves and rejects as `sendMessage` of the room does. */
  async reply(text: string, options?: SendOptions): Promise<Message> {
    const [first] = await post(this.#context, { room: this.room, text, parent: this, options });
    return first;
  }

  /**
   * Gives it another wording; a reply stays a reply. Resolves when the service has taken it. Rejects with `refused`:
   * `TOO_LATE` after two minutes, `NOT_YOUR_MESSAGE`, `MESSAGE_DELETED`, `NO_PERMISSION`, `NOT_FOUND`.
   */
  async edit(text: string, call?: CallOptions): Promise<void> {
    const wording = checkMessage(text);
    const form = async (): Promise<Fields> => ({
      text: wording,
      // Without it, a reply would be one no longer.
      parentId: (await this.parent)?.id,
    });
    await act(this.#context, path`/messages/${this.id}`, form, call, this.#change);
    this.#facts.forget('content');
    this.#facts.learn({ edited: true });
  }

  /** Removes it. Resolves when the service has done it; rejects as {@link Message.edit} does. */
  async delete(call?: CallOptions): Promise<void> {
    await act(this.#context, path`/messages/${this.id}/delete`, {}, call, this.#change);
    this.remove();
  }

  /** Changes wait among what is said; in the second of their two minutes they go first. */
  get #change(): Place {
    const { timeStamp } = this.#facts.known;
    return {
      lane: 'posts',
      before: timeStamp === undefined ? undefined : timeStamp * 1000 + limits.changeMs,
    };
  }

  toJSON(): { readonly id: number } {
    const { room, owner, parent, ...rest } = this.known;
    return Object.assign(rest, { room: room?.id, owner: owner?.id, parent: parent?.id });
  }

  /** @internal */
  learn(facts: Partial<MessageFacts>): this {
    this.#facts.learn(facts);
    return this;
  }

  /** @internal */
  remove(): void {
    this.#facts.forget('content');
    this.#facts.learn({ deleted: true });
  }

  /** @internal */
  forget(...keys: readonly (keyof MessageFacts)[]): void {
    this.#facts.forget(...keys);
  }
}
