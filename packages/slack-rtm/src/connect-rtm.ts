import type { Http } from '@x/http-core';
import type { DialContext } from '@x/http-core/live';
import { checkAddress } from './address.js';
import { slackError, type SlackError } from './errors.js';
import type { SlackFrame } from './events.js';
import { openGreeted, type GreetedSocketOptions } from './greeted-socket.js';
import type { LiveConnection } from './live-connection.js';
import type { Methods } from './types/methods.js';
import { callMethod } from './web.js';

/** What `rtm.connect` answers. */
export type Welcome = Methods['rtm.connect']['result'];

/** What one connection of RTM needs, and whom it tells. */
export interface RtmConnectionOptions extends Omit<
  GreetedSocketOptions,
  'name' | 'url' | 'ping' | 'refusalOf'
> {
  readonly http: Http;
  readonly baseUrl: string;
  readonly nextId: () => number;
  readonly onWelcome: (welcome: Welcome) => void;
  readonly onLatency: (latencyMs: number) => void;
}

/** Asks for an address, opens a socket there and waits for the greeting. */
export async function connectRtm(
  options: RtmConnectionOptions,
  context: DialContext,
): Promise<LiveConnection> {
  const { http, baseUrl, clock, nextId, onWelcome, onFrame, onLatency } = options;
  // Trying again is for whoever keeps the connection alive, who knows how long to wait.
  const call = { signal: context.signal, retries: 0 };
  const args = { batch_presence_aware: true, presence_sub: true };
  const welcome = (await callMethod(http, 'rtm.connect', args, call, true)) as Welcome;
  const connection = await openGreeted(
    {
      ...options,
      name: 'RTM',
      url: checkAddress(welcome.url, baseUrl, 'rtm.connect'),
      refusalOf,
      ping: () => ({ id: nextId(), type: 'ping', t: clock.now() }),
      onFrame(frame, from) {
        if (frame.type !== 'pong') onFrame(frame, from);
        else if (typeof frame['t'] === 'number') onLatency(clock.now() - frame['t']);
      },
    },
    context,
  );
  onWelcome(welcome);
  return connection;
}

/** Instead of the greeting, RTM says that an address serves no longer. */
function refusalOf({ type, error }: SlackFrame): SlackError | undefined {
  const { code, msg } = Object(error) as { readonly code?: unknown; readonly msg?: unknown };
  return type === 'error'
    ? slackError('network', `RTM_${String(code)}`, `RTM: the service said ${String(msg)}`, {
        retryable: true,
      })
    : undefined;
}
