import type { Clock } from '@x/http-core';
import type { LiveConnection } from './connection.js';

/** How often a connection may be replaced before its time, at most. */
const renewalMs = 10_000;

/** Sees to it that connections are not replaced over and over, by a service that announces the end of each. */
export interface Replacing {
  /** Asks for the next connection, as soon as it may be: however often that is said of this one. */
  begin(connection: Pick<LiveConnection, 'renewAfter'>): void;
}

/** Makes it, for connections of which each takes the place of the one before. */
export function createReplacing(clock: Clock): Replacing {
  const begun = new WeakSet<object>();
  let lastAt = -Infinity;

  return {
    begin(connection) {
      if (begun.has(connection)) return;
      begun.add(connection);
      const now = clock.now();
      lastAt = Math.max(now, lastAt + renewalMs);
      connection.renewAfter(lastAt - now);
    },
  };
}
