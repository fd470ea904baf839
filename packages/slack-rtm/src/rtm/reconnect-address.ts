import type { Clock } from '@x/http-core';

/** How long such an address is believed in. */
const lifeMs = 240_000;

/** The address at which Slack offers to go on where a connection ends. */
export interface ReconnectAddress {
  /** Slack offered one: it takes the place of the one before. */
  offer(url: unknown): void;
  /** The latest, to be tried once; undefined when there is none, or it has grown old. */
  take(): string | undefined;
}

/** Makes a place for it. */
export function createReconnectAddress(clock: Clock): ReconnectAddress {
  let latest: { readonly url: string; readonly at: number } | undefined;

  return {
    offer(url) {
      if (typeof url === 'string') latest = { url, at: clock.now() };
    },
    take() {
      const taken = latest;
      latest = undefined;
      return taken !== undefined && clock.now() - taken.at <= lifeMs ? taken.url : undefined;
    },
  };
}
