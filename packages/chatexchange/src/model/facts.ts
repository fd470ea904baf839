import type { CallOptions } from '@x/http-core';
import { lazy, type Lazy } from './lazy.js';
import { nextMoment, type Moment } from './moment.js';

/** Where some of the facts come from. */
export interface Source<T> {
  /** What it may tell. Who wants one of these asks the sources in their order until one has told it. */
  readonly keys: readonly (keyof T)[];
  /** One request. What is found not to be there is said to be `undefined`; what is left out, another source may know. */
  load(call?: CallOptions): Promise<Partial<T>>;
}

/** What is known of one room, message or user, and how the rest is got. */
export interface Facts<T extends object> {
  /** What is here; nothing is asked. */
  readonly known: Partial<T>;
  /** Takes in news; what is said to be `undefined` is known not to be there. */
  learn(facts: Partial<T>): void;
  /** Takes in what a page says that was asked for on account of something else, unless there were news since then: then it says no. */
  learnFromPage(askedAt: Moment, page: Change<T>): boolean;
  /** Takes in what a request brings, or has changed; news that come while it is on its way are newer. */
  learnFrom(request: () => Promise<Change<T>>): Promise<void>;
  /** Forgets what has changed to something unknown. */
  forget(keys: readonly (keyof T)[]): void;
  get<Key extends keyof T>(key: Key): Lazy<T[Key]>;
  /** Everything; asks for what is missing, or with `refresh` for all of it. */
  load(options?: LoadOptions): Promise<T>;
}

/** What a request has brought, or changed. */
export interface Change<T> {
  readonly facts: Partial<T>;
  /** What has changed to something unknown. */
  readonly stale?: readonly (keyof T)[];
}

/** What {@link Facts.load} can be told. */
export interface LoadOptions extends CallOptions {
  /** Asks anew for what is known already, too. Default `false`. */
  readonly refresh?: boolean | undefined;
}

/** What of that which a request brings is not older than news that came while it was on its way. */
interface Landed<T> extends Required<Change<T>> {
  /** What the news were about. */
  readonly newer: ReadonlySet<keyof T>;
}

const keysOf = <T extends object>(facts: Partial<T>): readonly (keyof T)[] =>
  Object.keys(facts) as (keyof T)[];

/**
 * Keeps facts. Those who wait for the same source at the same time share one request. Failures are not kept. `sources` is
 * asked for them with the first question.
 */
export function createFacts<T extends object>(sources: () => readonly Source<T>[]): Facts<T> {
  return new KeptFacts(sources);
}

/** There is one for every message that is heard of: what most of them never need is made when it is needed. */
class KeptFacts<T extends object> implements Facts<T> {
  #known: Partial<T> = {};
  #newsAt: Moment = 0;
  readonly #makeSources: () => readonly Source<T>[];
  #sources: readonly Source<T>[] | undefined;
  /** For each request on its way, what news came of meanwhile. */
  #flights: Set<Set<keyof T>> | undefined;
  #shared: Map<Source<T>, Promise<ReadonlySet<keyof T>>> | undefined;

  constructor(sources: () => readonly Source<T>[]) {
    this.#makeSources = sources;
  }

  get known(): Partial<T> {
    return { ...this.#known };
  }

  learn(facts: Partial<T>): void {
    this.#known = { ...this.#known, ...facts };
    this.#hear(keysOf(facts));
  }

  learnFromPage(askedAt: Moment, { facts, stale = [] }: Change<T>): boolean {
    if (this.#newsAt > askedAt) return false;
    this.#known = { ...this.#known, ...facts };
    this.forget(stale);
    return true;
  }

  async learnFrom(request: () => Promise<Change<T>>): Promise<void> {
    const { facts, stale } = await this.#fly(request);
    this.learn(facts);
    this.forget(stale);
  }

  forget(keys: readonly (keyof T)[]): void {
    if (keys.length === 0) return;
    const kept = Object.entries(this.#known).filter(([key]) => !keys.includes(key as keyof T));
    this.#known = Object.fromEntries(kept) as Partial<T>;
    this.#hear(keys);
  }

  get<Key extends keyof T>(key: Key): Lazy<T[Key]> {
    return lazy(async () => {
      // Twice: what news came of while the page was on its way may be known to nobody after the first time.
      for (let round = 0; round < 2 && !this.#isKnown(key); round += 1) {
        for (const source of this.#allSources()) {
          if (this.#isKnown(key)) break;
          if (source.keys.includes(key)) await (this.#shared?.get(source) ?? this.#ask(source));
        }
      }
      return this.#known[key] as T[Key];
    });
  }

  async load({ refresh = false, ...call }: LoadOptions = {}): Promise<T> {
    const own = Object.values(call).some((value) => value !== undefined) ? call : undefined;
    const fresh = new Set<keyof T>();
    for (const source of this.#allSources()) {
      if (!source.keys.some((key) => (refresh ? !fresh.has(key) : !this.#isKnown(key)))) continue;
      // What is on its way may have been asked for before the reason for refreshing arose.
      const flight = own === undefined && !refresh ? this.#shared?.get(source) : undefined;
      for (const key of await (flight ?? this.#ask(source, own))) fresh.add(key);
    }
    return this.known as T;
  }

  #allSources(): readonly Source<T>[] {
    return (this.#sources ??= this.#makeSources());
  }

  #isKnown(key: keyof T): boolean {
    return key in this.#known;
  }

  #hear(keys: readonly (keyof T)[]): void {
    if (keys.length === 0) return;
    this.#newsAt = nextMoment();
    for (const newer of this.#flights ?? []) for (const key of keys) newer.add(key);
  }

  async #fly(request: () => Promise<Change<T>>): Promise<Landed<T>> {
    const newer = new Set<keyof T>();
    const flights = (this.#flights ??= new Set());
    flights.add(newer);
    try {
      const { facts, stale = [] } = await request();
      const fresh = Object.entries(facts).filter(([key]) => !newer.has(key as keyof T));
      return {
        facts: Object.fromEntries(fresh) as Partial<T>,
        stale: stale.filter((key) => !newer.has(key)),
        newer,
      };
    } finally {
      flights.delete(newer);
    }
  }

  /** Takes in what a source tells; resolves with what is up to date by then. */
  async #load(source: Source<T>, call?: CallOptions): Promise<ReadonlySet<keyof T>> {
    const { facts, newer } = await this.#fly(async () => ({ facts: await source.load(call) }));
    this.#known = { ...this.#known, ...facts };
    return new Set([...keysOf(facts), ...[...newer].filter((key) => this.#isKnown(key))]);
  }

  /** Who brings a signal or a time limit of their own asks on their own. */
  #ask(source: Source<T>, call?: CallOptions): Promise<ReadonlySet<keyof T>> {
    const flight = this.#load(source, call);
    if (call !== undefined) return flight;
    const shared = (this.#shared ??= new Map());
    const sharing = flight.finally(() => {
      if (shared.get(source) === sharing) shared.delete(source);
    });
    shared.set(source, sharing);
    return sharing;
  }
}
