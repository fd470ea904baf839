import type { Clock } from '@x/http-core';
import { refuseArgument, slackError } from '../errors.js';
import { unconnected } from '../live/reply-errors.js';

/** How many users may be subscribed to, and asked about at once. */
const mostIds = 500;

/** Changes that come so soon after each other go together, and queries no faster. */
const restMs = 1000;

/** Whose presence is wanted. */
export interface Presence {
  subscribe(ids: readonly string[]): void;
  unsubscribe(ids: readonly string[]): void;
  /** Resolves when all that was asked is written. */
  query(ids: readonly string[]): Promise<void>;
  /** There is another connection, which knows of no subscription. */
  renew(): void;
  /** There is none, and what was asked is not asked of the next. */
  lose(): void;
}

interface Query {
  readonly ids: readonly string[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** What subscriptions need. */
export interface PresenceOptions {
  readonly clock: Clock;
  readonly nextId: () => number;
  readonly isReady: () => boolean;
  /** How long Slack wants to hear nothing of presence, in milliseconds. */
  readonly quietMs: () => number;
  readonly write: (frame: object) => void;
}

/** Makes the subscriptions of a client, which outlive its connections. */
export function createPresence(options: PresenceOptions): Presence {
  const { clock, nextId, isReady, quietMs, write } = options;
  let wanted: ReadonlySet<string> = new Set();
  let queries: Query[] = [];
  let isChanged = false;
  let stop = (): void => undefined;
  let restsUntil = 0;

  function tell(type: string, ids: readonly string[]): void {
    write({ id: nextId(), type, ids });
    restsUntil = clock.now() + restMs;
  }

  /** Comes back later if it is too early. */
  function flush(): void {
    stop();
    const next = isChanged || queries.length > 0;
    if (!next || !isReady()) return;
    const waitMs = Math.max(quietMs(), restsUntil - clock.now());
    if (waitMs > 0) {
      stop = clock.after(waitMs, flush, queries.length > 0);
      return;
    }
    if (isChanged) {
      isChanged = false;
      tell('presence_sub', [...wanted]);
    } else {
      const query = queries.shift();
      if (query !== undefined) tell('presence_query', query.ids);
      query?.resolve();
    }
    flush();
  }

  function want(ids: ReadonlySet<string>): void {
    if (ids.size > mostIds) {
      throw slackError(
        'usage',
        'TOO_MANY_IDS',
        `${ids.size} users would be subscribed to; Slack takes ${mostIds}: unsubscribe from some, or query`,
      );
    }
    if (ids.size === wanted.size && [...ids].every((id) => wanted.has(id))) return;
    wanted = ids;
    // Others may follow at once.
    if (!isChanged) restsUntil = Math.max(restsUntil, clock.now() + restMs);
    isChanged = true;
    flush();
  }

  return {
    subscribe(ids) {
      want(new Set([...wanted, ...checkIds(ids)]));
    },
    unsubscribe(ids) {
      const gone = new Set(checkIds(ids));
      want(new Set([...wanted].filter((id) => !gone.has(id))));
    },
    async query(ids) {
      const asked = [...new Set(checkIds(ids))];
      if (!isReady()) throw unconnected('presence was not asked for');
      const parts = Array.from({ length: Math.ceil(asked.length / mostIds) }, (_, index) =>
        asked.slice(index * mostIds, (index + 1) * mostIds),
      );
      await Promise.all(
        parts.map(
          (part) =>
            new Promise<void>((resolve, reject) => {
              queries.push({ ids: part, resolve, reject });
              flush();
            }),
        ),
      );
    },
    renew() {
      isChanged = wanted.size > 0;
      restsUntil = 0;
      flush();
    },
    lose() {
      stop();
      const lost = queries;
      queries = [];
      for (const { reject } of lost) reject(unconnected('presence was not asked for'));
    },
  };
}

function checkIds(ids: readonly string[]): readonly string[] {
  const isGood = Array.isArray(ids) && ids.every((id) => typeof id === 'string' && id !== '');
  return isGood ? ids : refuseArgument('ids', 'a list of the ids of users');
}
