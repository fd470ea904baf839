import { isServiceError, type CallOptions, type ErrorKind, type Fields, until } from '@x/http-core';
import type { Place } from '../act.js';
import { limits } from '../content/limits.js';
import { refuseArgument } from '../errors.js';
import type { MessageNews } from '../learn-message.js';
import type { MessageRevision } from '../message-history.js';
import { path } from '../path.js';
import type { Cut } from '../parse/cut.js';
import { toText } from '../parse/text.js';
import type { SendOptions } from '../post.js';
import type { Context } from './context.js';
import { createFacts, type Change, type Facts, type LoadOptions, type Moment } from './facts.js';
import { lazy, type Lazy } from './lazy.js';
import { messageSources } from './message-sources.js';
import type { Room } from './room.js';
import type { User } from './user.js';

/** What can be known of a message. */
export interface MessageFacts {
  readonly room: Room;
  /** HTML; `undefined` when the message had been removed before anything was known of it. */
  readonly content: string | undefined;
  /** As it was written; `undefined` when the message was removed, and its source is not for this account. */
  readonly contentSource: string | undefined;
  /** `undefined` when the account is gone. */
  readonly owner: User | undefined;
  /** The message that it answers. */
  readonly parent: Message | undefined;
  readonly deleted: boolean;
  readonly edited: boolean;
  readonly edits: number;
  /** Who edited it last; `undefined` when nobody did, and when the account is gone. */
  readonly editor: User | undefined;
  readonly stars: number;
  readonly starredByYou: boolean;
  readonly pinned: boolean;
  /** How many owners have pinned it. */
  readonly pins: number;
  /** Those whose accounts are gone are not among them. */
  readonly pinners: readonly User[];
  /** Seconds since 1970. */
  readonly timeStamp: number | undefined;
}

/** What an edit changes, and what stars and pins do. */
const wording: readonly (keyof MessageFacts)[] = ['content', 'contentSource', 'edited', 'edits', 'editor'];
const marks: readonly (keyof MessageFacts)[] = ['stars', 'starredByYou', 'pinned', 'pins', 'pinners'];

/** After these, nothing was done. */
const certain: ReadonlySet<ErrorKind> = new Set(['refused', 'auth', 'rate-limit', 'usage']);
const isCertain = (error: unknown): boolean => isServiceError(error) && certain.has(error.kind);

/** Everything that is known of a message: what {@link Message.load} gives. */
export type MessageSnapshot = { readonly id: number } & MessageFacts;

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
export class Message {
  readonly id: number;
  readonly #facts: Facts<MessageFacts>;
  readonly #context: Context;
  /** By their ids: a message keeps none of its answers alive. */
  #replies: Set<number> | undefined;
  #cut: Cut | undefined;

  /** @internal */
  constructor(id: number, context: Context) {
    this.id = id;
    this.#context = context;
    this.#facts = createFacts(() => messageSources(context, this, () => this.#cut));
  }

  /** The room that it is in. */
  get room(): Lazy<Room> {
    return this.#facts.get('room');
  }
  /**
   * What it says, as HTML, and whole: of a long text, which events and pages cut off, the rest is asked for. `undefined`
   * when it was removed; what was known of it before stays known.
   */
  get content(): Lazy<string | undefined> {
    return this.#facts.get('content');
  }
  /** What it says, as plain text; empty when it was removed. */
  get textContent(): Lazy<string> {
    return lazy(async () => toText((await this.content) ?? ''));
  }
  /** What was written, with its Markdown; one request. `undefined` when it was removed, unless the account may read it even so. */
  get contentSource(): Lazy<string | undefined> {
    return this.#facts.get('contentSource');
  }
  /** Who sent it; `undefined` when the account is gone. */
  get owner(): Lazy<User | undefined> {
    return this.#facts.get('owner');
  }
  /** The message that it answers; a mention of somebody is no answer. */
  get parent(): Lazy<Message | undefined> {
    return this.#facts.get('parent');
  }
  /** Whether it was removed. */
  get deleted(): Lazy<boolean> {
    return this.#facts.get('deleted');
  }
  /** Whether it was edited. */
  get edited(): Lazy<boolean> {
    return this.#facts.get('edited');
  }
  /** How often it was edited. */
  get edits(): Lazy<number> {
    return this.#facts.get('edits');
  }
  /** Who edited it last; `undefined` when nobody did. */
  get editor(): Lazy<User | undefined> {
    return this.#facts.get('editor');
  }
  /** How many have starred it. */
  get stars(): Lazy<number> {
    return this.#facts.get('stars');
  }
  /** Whether the account of this client has starred it. */
  get starredByYou(): Lazy<boolean> {
    return this.#facts.get('starredByYou');
  }
  /** Whether an owner of the room has pinned it. */
  get pinned(): Lazy<boolean> {
    return this.#facts.get('pinned');
  }
  /** How many owners of the room have pinned it. */
  get pins(): Lazy<number> {
    return this.#facts.get('pins');
  }
  /** Who has pinned it. */
  get pinners(): Lazy<readonly User[]> {
    return this.#facts.get('pinners');
  }
  /** When it was sent, in seconds since 1970. Events tell it; else the history of its room is asked, as pages show minutes. */
  get timeStamp(): Lazy<number | undefined> {
    return this.#facts.get('timeStamp');
  }

  /** What is known already; asks nothing. */
  get known(): Pick<MessageSnapshot, 'id'> & Partial<MessageFacts> {
    return { id: this.id, ...this.#facts.known };
  }

  /**
   * Everything, as a plain object. If nothing is known, that takes three requests: the transcript, the source, and the
   * history of the room for the time; or the page of the message's history in place of the source, when it was edited or pinned.
   */
  async load(options?: LoadOptions): Promise<MessageSnapshot> {
    return { id: this.id, ...(await this.#facts.load(options)) };
  }

  /** Asks for everything anew, also for what is known; resolves with it as {@link Message.load} does. */
  refresh(call?: CallOptions): Promise<MessageSnapshot> {
    return this.load({ ...call, refresh: true });
  }

  /** Answers it, in its room; resolves and rejects as `sendMessage` of the room does. */
  async reply(text: string, options?: SendOptions): Promise<Message> {
    const { post } = await this.#context.sending();
    const [first] = await post(this.#context, { room: this.room, text, parent: this, options });
    return first;
  }

  /** Gives it another wording; a reply stays a reply. Rejects with `refused` / `TOO_LATE` after two minutes, and `NOT_YOUR_MESSAGE`. */
  async edit(text: string, call?: CallOptions): Promise<void> {
    const { act, checkMessage } = await this.#context.sending();
    const words = checkMessage(text);
    const form = async (): Promise<Fields> => ({
      text: words,
      // Without it, a reply would be one no longer.
      parentId: (await this.parent)?.id,
    });
    const done = act(this.#context, path`/messages/${this.id}`, form, call, this.#change);
    // The service may have found nothing to change.
    await this.#settle(done, { facts: {}, stale: wording });
  }

  /** Removes it. Rejects with `refused` / `TOO_LATE` after two minutes, and `NOT_YOUR_MESSAGE`, unless the account owns the room. */
  async delete(call?: CallOptions): Promise<void> {
    const { act } = await this.#context.sending();
    const done = act(this.#context, path`/messages/${this.id}/delete`, {}, call, this.#change);
    await this.#settle(done, { facts: { deleted: true } });
  }

  /** Brings it back after it was removed; for moderators, and for those whom the service lets. */
  async undelete(call?: CallOptions): Promise<void> {
    const done = this.#act('undelete', {}, call, 'posts');
    await this.#settle(done, { facts: { deleted: false }, stale: ['content', 'contentSource'] });
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
    await this.#settle(this.#act('unowner-star', {}, call), {
      facts: { pins: 0, pinned: false, pinners: [] },
    });
  }

  /** Takes away all stars and all pins, whoever set them; for owners of the room. */
  async cancelStars(call?: CallOptions): Promise<void> {
    await this.#settle(this.#act('unstar', {}, call), {
      facts: { stars: 0, starredByYou: false, pins: 0, pinned: false, pinners: [] },
    });
  }

  /** Flags it as spam or offensive: others are asked what they think. */
  async flag(call?: CallOptions): Promise<void> {
    await this.#act('flag', {}, call);
  }

  /** Takes one's own flag back. */
  async unflag(call?: CallOptions): Promise<void> {
    await this.#act('unflag', {}, call);
  }

  /** Says that a flag is wrong. */
  async counterFlag(call?: CallOptions): Promise<void> {
    await this.#act('counter-flag', {}, call);
  }

  /** Says of a flag that one does not know. */
  async mehFlag(call?: CallOptions): Promise<void> {
    await this.#act('meh-flag', {}, call);
  }

  /**
   * Tells the moderators why they should look at it, in at most 200 characters. Rejects with `usage` / `INVALID_REQUEST`,
   * before anything is sent, for more than that and for nothing.
   */
  async flagForModerators(text: string, call?: CallOptions): Promise<void> {
    if (typeof text !== 'string' || text.trim() === '' || text.length > limits.forModerators) {
      refuseArgument('text', `a text of 1 to ${limits.forModerators} characters`);
    }
    await this.#act('mod', { info: text }, call);
  }

  /** Dismisses all flags; for moderators. */
  async cancelFlags(call?: CallOptions): Promise<void> {
    await this.#act('cancel-flags', {}, call);
  }

  /** Removes all earlier wordings for good; for moderators. */
  async purgeHistory(call?: CallOptions): Promise<void> {
    const { purgeHistory } = await import('../message-history.js');
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
    const { loadRevisions } = await import('../message-history.js');
    return loadRevisions(this.#context, this, call);
  }

  /**
   * The whole text as the service has it now, without formatting; for a message of several lines, of which events and pages
   * show the beginning only. One request, and one more when its room is not known. Of a single line it is the source.
   */
  async fullText(call?: CallOptions): Promise<string> {
    const [{ loadWholeText }, room] = await Promise.all([import('../whole-text.js'), this.room]);
    return loadWholeText(this.#context, room.id, this.id, call);
  }

  /**
   * The answers to it, in their order: those of which this client has heard, and those in the part of the day around it that
   * the transcript shows. One request. Answers that came hours later may be missing.
   */
  async replies(call?: CallOptions): Promise<Message[]> {
    const { findReplies } = await import('../reply-graph.js');
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
    const { findThread } = await import('../reply-graph.js');
    return until(signal, (resolve, reject) => {
      findThread(this, signal).then(resolve, reject);
    });
  }

  toJSON(): { readonly id: number } {
    const { room, owner, parent, editor, pinners, ...rest } = this.known;
    return Object.assign(rest, {
      room: room?.id,
      owner: owner?.id,
      parent: parent?.id,
      editor: editor?.id,
      pinners: pinners?.map(({ id }) => id),
    });
  }

  /** Changes wait among what is said; in the second of their two minutes they go first. */
  get #change(): Place {
    const { timeStamp } = this.#facts.known;
    return {
      lane: 'posts',
      before: timeStamp === undefined ? undefined : timeStamp * 1000 + limits.changeMs,
    };
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
      const votes = await import('../votes.js');
      await this.learnFrom(() => votes[vote](context, this, value, { ...call, signal }), marks);
    });
  }

  /** Takes in what a change that took its turn has made of it; or that nobody knows, when its answer was lost. */
  async #settle(done: Promise<unknown>, { facts, stale = [] }: Change<MessageFacts>): Promise<void> {
    try {
      await done;
    } catch (error) {
      if (!isCertain(error)) {
        this.#facts.forget([...(Object.keys(facts) as (keyof MessageFacts)[]), ...stale]);
      }
      throw error;
    }
    this.#facts.learn(facts);
    this.#facts.forget(stale);
  }

  async #act(
    verb: string,
    form: Fields,
    call?: CallOptions,
    lane: Place['lane'] = 'votes',
  ): Promise<unknown> {
    const { act } = await this.#context.sending();
    return act(this.#context, path`/messages/${this.id}/${verb}`, form, call, { lane });
  }

  /** @internal */
  learn(facts: Partial<MessageFacts>): this {
    this.#facts.learn(facts);
    return this;
  }

  /** Takes in news. @internal */
  hear(news: MessageNews): void {
    const { facts, stale = [] } = news;
    this.#facts.learn(facts);
    this.#facts.forget(stale);
    if ('cut' in news) this.#cut = news.cut;
  }

  /** Takes in what a page says that was asked for on account of another message. @internal */
  hearFromPage(askedAt: Moment, news: MessageNews): void {
    if (this.#facts.learnFromPage(askedAt, news) && 'cut' in news) this.#cut = news.cut;
  }

  /** Takes in what a request brings, or has changed; when nobody knows whether it was done, `atStake` is forgotten. @internal */
  async learnFrom(
    request: () => Promise<Change<MessageFacts>>,
    atStake: readonly (keyof MessageFacts)[] = [],
  ): Promise<void> {
    try {
      await this.#facts.learnFrom(request);
    } catch (error) {
      if (!isCertain(error)) this.#facts.forget(atStake);
      throw error;
    }
  }

  /** Takes in what is older than what is known. @internal */
  learnMissing(facts: Partial<MessageFacts>): void {
    const { known } = this.#facts;
    this.#facts.learn(Object.fromEntries(Object.entries(facts).filter(([key]) => !(key in known))));
  }

  /** @internal */
  addReply(id: number): void {
    this.#replies ??= new Set();
    this.#replies.add(id);
  }
}
