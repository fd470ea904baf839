import type { Clock } from '@x/http-core';
import type { DialContext } from '@x/http-core/live';
import { createWebSocket } from '#websocket';
import { asFinal, asPassing } from '../live/final-error.js';
import { createSlackHttp } from '../http.js';
import { baseUrlOf } from '../options.js';
import { openLink, type Link, type LinkOptions } from './link.js';
import { openAddress } from './open-address.js';
import type { SlackSocketOptions } from './options.js';

/** What the connections of one client need, and whom they tell. */
export interface LinkDialOptions extends Omit<LinkOptions, 'create'> {
  readonly options: SlackSocketOptions;
  readonly clock: Clock;
  /** Finds out whose token it is, the first time. */
  readonly identify: (signal: AbortSignal) => Promise<void>;
}

/** Makes what makes connections: it remembers what counts from one to the next. */
export function createLinkDial(given: LinkDialOptions): (context: DialContext) => Promise<Link> {
  const { options, settings, clock, identify } = given;
  const { appToken, urlProvider, debugReconnects, webSocket = createWebSocket, agent } = options;
  const baseUrl = baseUrlOf(options);
  // Where a back end gives the address, it needs none.
  const http = createSlackHttp({
    ...options,
    teamId: undefined,
    cookie: undefined,
    ...(appToken !== undefined && { token: appToken }),
  });
  let hasConnected = false;
  let failures = 0;

  async function connect(context: DialContext): Promise<Link> {
    const [url] = await Promise.all([
      openAddress({ urlProvider, debugReconnects, http, baseUrl, clock }, context.signal),
      identify(context.signal),
    ]);
    return openLink({ ...given, create: (onRefused) => webSocket(url, { agent, onRefused }) }, context);
  }

  return async (context) => {
    try {
      const link = await connect(context);
      hasConnected = true;
      failures = 0;
      return link;
    } catch (error) {
      failures += 1;
      if (failures >= settings.maxAttempts) throw asFinal(error);
      throw hasConnected ? asPassing(error) : error;
    }
  };
}
