import { until, type CallOptions } from '@x/http-core';
import type { Place } from '../act.js';
import type { MessageRevision } from '../message-history.js';
import type { SendOptions } from '../post.js';
import type { Room } from './room.js';
import type { Context } from './context.js';
import { KnownMessage } from './known-message.js';
import type { MessageFacts } from './message-facts.js';

/** What an edit changes, and what stars and pins do. */
const wording: readonly (keyof MessageFacts)[] = ['content', 'contentSource', 'edited', 'edits', 'editor'];
const marks: readonly (keyof MessageFacts)[] = ['stars', 'starredByYou', 'pinned', 'pins', 'pinners'];

/**
 * A message. Everything but the id is lazy: what events said is known, the rest is on the transcript's page around the
 * message, which says as much of its neighbours, on the page of its history, and in the history of its room. Waiting
 * rejects with `refused`: `NOT_FOUND` when there is no such message, `ROOM_PRIVATE` when its room is not open to the account.
 *
 * What changes something resolves when the service has done it. It rejects with `refused` and the reason: `NO_PERMISSION`,
 * `MESSAGE_DELETED`, `NOT_FOUND` when there never was such a message; with `auth` / `NOT_LOGGED_IN` without an account; with
 * `rate-limit` / `THROTTLED` when the service asks five times for a pause. Each names what else it rejects with.
 *
 * @example
 * ```ts
 * import type { Message, User } from '@x/chatexchange';
 *
 * export async function answer(message: Message, me: User): Promise<void> {
 *   if ((await message.owner) === me) return;
 *   await message.reply("You're the lucky one today!");
 *   await message.star();
 * }
 * ```
 */
export class Message extends KnownMessage {
  readonly #context: Context;
  /** By their ids: a message keeps none of its answers alive. */
  #replies: Set<number> | undefined;

  /** @internal */
  constructor(id: number, context: Context) {
    super(id, context);
    this.#context = context;
  }

  /** Answers it, in its room; resolves and rejects as `sendMessage` of the room does. */
  async reply(text: string, options?: SendOptions): Promise<Message> {
    const { post } = await this.#context.sending();
    const [first] = await post(this.#context, { room: this.room, text, parent: this, options });
    return first;
  }

  /** Gives it another wording; a reply stays a reply. Rejects with `refused` / `TOO_LATE` after two minutes, and `NOT_YOUR_MESSAGE`. */
  async edit(text: string, call?: CallOptions): Promise<void> {
    const { editMessage } = await this.#context.sending();
    const done = editMessage(this.#context, this, text, call);
    // The service may have found nothing to change.
    await this.settle(done, { facts: {}, stale: wording });
  }

  /** Removes it. Rejects with `refused` / `TOO_LATE` after two minutes, and `NOT_YOUR_MESSAGE`, unless the account owns the room. */
  async delete(call?: CallOptions): Promise<void> {
    const { removeMessage } = await this.#context.sending();
    const done = removeMessage(this.#context, this, call);
    await this.settle(done, { facts: { deleted: true } });
  }

  /** Brings it back after it was removed; for moderators, and for those whom the service lets. */
  async undelete(call?: CallOptions): Promise<void> {
    const done = this.#act('undelete', call, 'posts');
    await this.settle(done, { facts: { deleted: false }, stale: ['content', 'contentSource'] });
  }

  /**
   * Stars it, or with `false` takes the star back. It looks first, as the service can only turn a star over: a star that is
   * there already is not taken away. Rejects with `refused`: `OWN_MESSAGE`; `LIMIT_REACHED` after 20 stars on one day; and
   * `TOO_LATE` when the service keeps a star that is to be taken back, which it does after a while.
   */
  async star(value: boolean = true, call?: CallOptions): Promise<void> {
    await this.#vote('setStar', value, call);
  }

  /**
   * Pins it for two weeks, for owners of the room, which also stars it; with `false` takes one's own pin out, and leaves the
   * star. It looks first, as {@link Message.star} does. What others have pinned as well stays pinned: `pinned` tells,
   * and {@link Message.cancelPins} takes out all pins.
   */
  async pin(value: boolean = true, call?: CallOptions): Promise<void> {
    await this.#vote('setPin', value, call);
  }

  /** Takes out all pins, whoever set them; for owners of the room. */
  async cancelPins(call?: CallOptions): Promise<void> {
    await this.settle(this.#act('unowner-star', call), {
      facts: { pins: 0, pinned: false, pinners: [] },
    });
  }

  /** Takes away all stars and all pins, whoever set them; for owners of the room. */
  async cancelStars(call?: CallOptions): Promise<void> {
    await this.settle(this.#act('unstar', call), {
      facts: { stars: 0, starredByYou: false, pins: 0, pinned: false, pinners: [] },
    });
  }

  /** Flags it as spam or offensive: others are asked what they think. */
  async flag(call?: CallOptions): Promise<void> {
    await this.#act('flag', call);
  }

  /** Takes one's own flag back. */
  async unflag(call?: CallOptions): Promise<void> {
    await this.#act('unflag', call);
  }

  /** Says that a flag is wrong. */
  async counterFlag(call?: CallOptions): Promise<void> {
    await this.#act('counter-flag', call);
  }

  /** Says of a flag that one does not know. */
  async mehFlag(call?: CallOptions): Promise<void> {
    await this.#act('meh-flag', call);
  }

  /**
   * Tells the moderators why they should look at it, in at most 200 characters. Rejects with `usage` / `INVALID_REQUEST`,
   * before anything is sent, for more than that and for nothing.
   */
  async flagForModerators(text: string, call?: CallOptions): Promise<void> {
    const { tellModerators } = await this.#context.sending();
    await tellModerators(this.#context, this, text, call);
  }

  /** Dismisses all flags; for moderators. */
  async cancelFlags(call?: CallOptions): Promise<void> {
    await this.#act('cancel-flags', call);
  }

  /** Removes all earlier wordings for good; for moderators. */
  async purgeHistory(call?: CallOptions): Promise<void> {
    const { purgeHistory } = await import('../reading-messages.js');
    await purgeHistory(this.#context, this, call);
  }

  /**
   * All that became of it, the newest first: what was said, each edit, the removal. Rejects with `refused` / `MESSAGE_DELETED`
   * when it was removed, unless it is one's own, or the account owns the room.
   *
   * @example
   * ```ts
   * import type { Message } from '@x/chatexchange';
   *
   * export async function firstWording(message: Message): Promise<string | undefined> {
   *   return (await message.history()).at(-1)?.source;
   * }
   * ```
   */
  async history(call?: CallOptions): Promise<MessageRevision[]> {
    const { loadRevisions } = await import('../reading-messages.js');
    return loadRevisions(this.#context, this, call);
  }

  /**
   * The whole text as the service has it now, without formatting; for a message of several lines, of which events and pages
   * show the beginning only. One request, and one more when its room is not known. Of a single line it is the source.
   */
  async fullText(call?: CallOptions): Promise<string> {
    const { loadWholeText } = await import('../reading-messages.js');
    const room = await until<Room>(call?.signal, (resolve, reject) => {
      this.room.then(resolve, reject);
    });
    return loadWholeText(this.#context, room.id, this.id, call);
  }

  /**
   * The answers to it, in their order: those of which this client has heard, and those in the part of the day around it that
   * the transcript shows. One request. Answers that came hours later may be missing.
   */
  async replies(call?: CallOptions): Promise<Message[]> {
    const { findReplies } = await import('../reading-messages.js');
    return findReplies(this.#context, this, this.#replies ?? [], call);
  }

  /**
   * From the message with which it began to this one, each an answer to the one before. What is not known is asked for. It
   * begins where the account cannot read any further. The signal ends the wait.
   *
   * @example
   * ```ts
   * import type { Message } from '@x/chatexchange';
   *
   * export async function read(message: Message): Promise<string> {
   *   const texts = (await message.thread()).map((each) => each.textContent);
   *   return (await Promise.all(texts)).join('\n');
   * }
   * ```
   */
  async thread({ signal }: Pick<CallOptions, 'signal'> = {}): Promise<Message[]> {
    const { findThread } = await import('../reading-messages.js');
    return until(signal, (resolve, reject) => {
      findThread(this, signal).then(resolve, reject);
    });
  }

  /**
   * Looks and, where need be, toggles, both within one turn: the service knows only how to turn a mark over, so nobody else
   * of this account may do so in between, and after a pause it has to be looked at anew.
   */
  async #vote(vote: 'setStar' | 'setPin', value: boolean, call?: CallOptions): Promise<void> {
    const context = this.#context;
    context.assertOpen();
    call?.signal?.throwIfAborted();
    await context.schedule.add('votes', { signal: call?.signal, after: context.me() }, async (signal) => {
      const votes = await import('../reading-messages.js');
      await this.learnFrom(() => votes[vote](context, this, value, { ...call, signal }), marks);
    });
  }

  async #act(verb: string, call?: CallOptions, lane?: Place['lane']): Promise<unknown> {
    const { actOnMessage } = await this.#context.sending();
    return actOnMessage(this.#context, this, verb, call, lane);
  }

  /** @internal */
  addReply(id: number): void {
    this.#replies ??= new Set();
    this.#replies.add(id);
  }
}
