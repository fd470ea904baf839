import type { CallOptions } from '@x/http-core';
import { lazy, type Lazy } from './lazy.js';

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
  /** Takes in what a page says that was asked for on account of something else, unless there were news since then. */
  learnFromPage(askedAt: Moment, page: Change<T>): void;
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

/** A point in the order in which news come. */
export type Moment = number;

/** Of all objects together, so that a page that tells of many needs only one moment. */
let newsSoFar: Moment = 0;

/** The present, to be told by who asks for a page: see {@link Facts.learnFromPage}. */
export function moment(): Moment {
  return newsSoFar;
}

/** Keeps facts. Those who wait for the same source at the same time share one request. Failures are not kept. */
export function createFacts<T extends object>(sources: readonly Source<T>[]): Facts<T> {
  type Keys = ReadonlySet<keyof T>;
  let known: Partial<T> = {};
  let newsAt: Moment = 0;
  /** For each request on its way, what news came of meanwhile. */
  const flights = new Set<Set<keyof T>>();
  const shared = new Map<Source<T>, Promise<Keys>>();
  const isKnown = (key: keyof T): boolean => key in known;

  /** What of that which a request brings is not older than news that came while it was on its way. */
  async function fly(
    request: () => Promise<Change<T>>,
  ): Promise<Required<Change<T>> & { readonly newer: Keys }> {
    const newer = new Set<keyof T>();
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
  async function load(source: Source<T>, call?: CallOptions): Promise<Keys> {
    const { facts, newer } = await fly(async () => ({ facts: await source.load(call) }));
    known = { ...known, ...facts };
    return new Set([...(Object.keys(facts) as (keyof T)[]), ...[...newer].filter(isKnown)]);
  }

  /** Who brings a signal or a time limit of their own asks on their own. */
  function ask(source: Source<T>, call?: CallOptions): Promise<Keys> {
    const flight = load(source, call);
    if (call !== undefined) return flight;
    const sharing = flight.finally(() => {
      if (shared.get(source) === sharing) shared.delete(source);
    });
    shared.set(source, sharing);
    return sharing;
  }

  function hear(keys: readonly (keyof T)[]): void {
    if (keys.length === 0) return;
    newsSoFar += 1;
    newsAt = newsSoFar;
    for (const newer of flights) for (const key of keys) newer.add(key);
  }

  function drop(keys: readonly (keyof T)[]): void {
    const kept = Object.entries(known).filter(([key]) => !keys.includes(key as keyof T));
    known = Object.fromEntries(kept) as Partial<T>;
    hear(keys);
  }

  function learn(facts: Partial<T>): void {
    known = { ...known, ...facts };
    hear(Object.keys(facts) as (keyof T)[]);
  }

  return {
    get known() {
      return { ...known };
    },
    learn,
    learnFromPage(askedAt, { facts, stale = [] }) {
      if (newsAt > askedAt) return;
      known = { ...known, ...facts };
      drop(stale);
    },
    async learnFrom(request) {
      const { facts, stale } = await fly(request);
      learn(facts);
      drop(stale);
    },
    forget: drop,
    get: (key) =>
      lazy(async () => {
        // Twice: what news came of while the page was on its way may be known to nobody after the first time.
        for (let round = 0; round < 2; round += 1) {
          for (const source of sources) {
            if (isKnown(key)) break;
            if (source.keys.includes(key)) await (shared.get(source) ?? ask(source));
          }
        }
        return known[key] as T[typeof key];
      }),
    async load({ refresh = false, ...call } = {}) {
      const own = Object.values(call).some((value) => value !== undefined) ? call : undefined;
      const fresh = new Set<keyof T>();
      for (const source of sources) {
        if (!source.keys.some((key) => (refresh ? !fresh.has(key) : !isKnown(key)))) continue;
        // What is on its way may have been asked for before the reason for refreshing arose.
        const flight = own === undefined && !refresh ? shared.get(source) : undefined;
        for (const key of await (flight ?? ask(source, own))) fresh.add(key);
      }
      return { ...known } as T;
    },
  };
}
