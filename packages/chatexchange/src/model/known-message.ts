import { isServiceError, type CallOptions, type ErrorKind } from '@x/http-core';
import type { MessageNews } from '../learn-message.js';
import type { Cut } from '../parse/cut.js';
import type { Context } from './context.js';
import { createFacts, type Change, type Facts, type LoadOptions } from './facts.js';
import { lazyText, type Lazy } from './lazy.js';
import type { MessageFacts, MessageSnapshot } from './message-facts.js';
import { messageSources } from './message-sources.js';
import type { Message } from './message.js';
import type { Moment } from './moment.js';
import type { Room } from './room.js';
import type { User } from './user.js';

/** After these, nothing was done. */
const certain: ReadonlySet<ErrorKind> = new Set(['refused', 'auth', 'rate-limit', 'usage']);
const isCertain = (error: unknown): boolean => isServiceError(error) && certain.has(error.kind);

/** What is known of a message, and how the rest is got. */
export abstract class KnownMessage {
  /** The same in all rooms of a server. */
  readonly id: number;
  readonly #facts: Facts<MessageFacts>;
  #cut: Cut | undefined;

  /** @internal */
  constructor(id: number, context: Context) {
    this.id = id;
    this.#facts = createFacts(() => messageSources(context, context.messages.get(id), () => this.#cut));
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
    return lazyText(async () => (await this.content) ?? '');
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

  /** What is known; rooms, users and messages by their ids. */
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

  /** Takes in what a change that took its turn has made of it; or that nobody knows, when its answer was lost. @internal */
  async settle(done: Promise<unknown>, { facts, stale = [] }: Change<MessageFacts>): Promise<void> {
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
}
