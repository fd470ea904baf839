import type { RouteContext } from '../../frame/index.js';

/** Which refresh tokens are just being used, from the arrival of a request to the end of its answer. */
export interface RequestsInFlight {
  /** Notes that a request with this token has arrived. */
  begin(token: string, context: RouteContext): void;
  /** True when another request with this token came first and has no answer yet. */
  isTaken(token: string, context: RouteContext): boolean;
}

export function createRequestsInFlight(): RequestsInFlight {
  const holders = new Map<string, RouteContext['recorded']>();
  return {
    begin(token, { recorded, outgoing }) {
      if (holders.has(token)) return;
      holders.set(token, recorded);
      outgoing.once('close', () => holders.delete(token));
    },
    isTaken(token, { recorded }) {
      const holder = holders.get(token);
      return holder !== undefined && holder !== recorded;
    },
  };
}
