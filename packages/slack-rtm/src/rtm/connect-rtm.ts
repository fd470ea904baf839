import { isServiceError, sleep, type Clock, type Http } from '@x/http-core';
import type { DialContext } from '@x/http-core/live';
import { createWebSocket } from '#websocket';
import { checkAddress } from '../address.js';
import { callMethod } from '../calls/call-method.js';
import { takeConnect } from './connect-budget.js';
import { slackError, type SlackError } from '../errors.js';
import type { SlackFrame } from '../events.js';
import { asFinal, asPassing } from '../live/final-error.js';
import { openGreeted, type GreetedSocketOptions } from '../live/greeted-socket.js';
import type { LiveConnection } from '../live/connection.js';
import type { LiveSettings } from '../live/options.js';
import { loadPart } from '../live/load-part.js';
import { baseUrlOf } from '../options.js';
import { createReconnectAddress } from './reconnect-address.js';
import type { SlackRtmOptions } from './options.js';
import type { RtmWelcome } from '../types/slack-rtm.js';

/** An address of `rtm.connect` serves for 30 s. */
const addressLifeMs = 25_000;
/** How many addresses are asked for in a row because the one before did not serve any more. */
const maxAddresses = 3;
const maxMovingMs = 30_000;
/** How long Slack has to end a connection itself when the workspace moves. */
const closeGraceMs = 1000;
/** A machine without a network is asked again so often, in case nobody says that it has one. */
const offlineMs = 60_000;
/** What Slack says, and we, of an address that does not serve any more. */
const expired = 'RTM_1';

/** What the connections of one client need, and whom they tell. */
export interface RtmDialOptions extends Pick<GreetedSocketOptions, 'onFrame' | 'onUnreadable'> {
  readonly options: SlackRtmOptions;
  readonly settings: LiveSettings;
  readonly http: Http;
  readonly clock: Clock;
  readonly nextId: () => number;
  readonly onWelcome: (welcome: RtmWelcome) => void;
  readonly onLatency: (latencyMs: number) => void;
}

/** Makes one connection of RTM after the other. */
export type RtmDial = (context: DialContext, mayResume: boolean) => Promise<LiveConnection>;

/** Where a connection is opened, and what came with that address. */
interface Address {
  /** When it was asked for: it is no younger. */
  readonly askedAt: number;
  readonly url: string;
  readonly welcome: RtmWelcome;
  /** What its handshake has to bring besides. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Makes what makes connections: it remembers what counts from one to the next. */
export function createRtmDial(given: RtmDialOptions): RtmDial {
  const { options, settings, http, clock, nextId, onWelcome, onFrame, onLatency } = given;
  const { method = 'rtm.connect', useReconnectUrl = true, transport, token, presence, agent } = options;
  const { webSocket = createWebSocket } = options;
  const baseUrl = baseUrlOf(options);
  const reconnectAddress = createReconnectAddress(clock);
  const account = typeof token === 'string' ? `${baseUrl} ${token}` : token;
  // The same for every connection.
  const args = {
    batch_presence_aware: presence?.batch ?? true,
    presence_sub: presence?.sub ?? true,
    ...(method === 'rtm.start' && { mpim_aware: true }),
  };
  /** The one whose offers count. */
  let newest: LiveConnection | undefined;
  let hasConnected = false;
  let failures = 0;
  let movingMs = 1000;

  async function ask({ signal }: DialContext): Promise<Address> {
    if (transport === 'session') {
      const { askSession } = await loadPart(import('./session-address.js'));
      return { askedAt: clock.now(), ...(await askSession(http, options, signal)) };
    }
    for (let delayMs = takeConnect(clock, account); delayMs > 0; delayMs = takeConnect(clock, account)) {
      await sleep(delayMs, signal, clock);
    }
    const askedAt = clock.now();
    try {
      // Trying again is for whoever keeps the connection alive, who knows how long to wait.
      const answer = (await callMethod(
        http,
        method,
        args,
        { signal, retries: 0 },
        { repeatable: true },
      )) as RtmWelcome;
      movingMs = 1000;
      const { url, ...welcome } = answer;
      return { askedAt, url: checkAddress(url, baseUrl, method), welcome };
    } catch (error) {
      throw isMoving(error) ? moving(error.code, (movingMs = Math.min(2 * movingMs, maxMovingMs))) : error;
    }
  }

  async function open(
    { url, headers }: Pick<Address, 'url' | 'headers'>,
    context: DialContext,
  ): Promise<LiveConnection> {
    newest = await openGreeted(
      {
        ...given,
        ...settings,
        name: 'RTM',
        refusalOf,
        create: (onRefused) => webSocket(url, { agent, headers, onRefused }),
        ping: () => ({ id: nextId(), type: 'ping', t: clock.now() }),
        onFrame(frame, connection) {
          if (frame.type === 'pong') {
            if (typeof frame['t'] === 'number') onLatency(clock.now() - frame['t']);
            // An address that opens a connection is nobody's business.
          } else if (frame.type === 'reconnect_url') {
            if (connection === newest) reconnectAddress.offer(frame['url']);
          } else onFrame(frame, connection);
          if (frame.type === 'team_migration_started') {
            connection.end(moving(frame.type, 1000 + 2000 * Math.random()), closeGraceMs);
          }
        },
      },
      context,
    );
    // What was offered before belonged to another.
    reconnectAddress.take();
    return newest;
  }

  /** At the address that Slack offered: whatever goes wrong, there is another way. */
  async function resume(context: DialContext): Promise<LiveConnection | undefined> {
    const url = reconnectAddress.take();
    if (url === undefined || !useReconnectUrl) return undefined;
    try {
      return await open({ url: checkAddress(url, baseUrl, 'reconnect_url') }, context);
    } catch {
      context.signal.throwIfAborted();
      return undefined;
    }
  }

  async function connect(context: DialContext, mayResume: boolean): Promise<LiveConnection> {
    const resumed = mayResume ? await resume(context) : undefined;
    if (resumed !== undefined) return resumed;
    for (let asked = 1; ; asked += 1) {
      const address = await ask(context);
      try {
        if (clock.now() - address.askedAt > addressLifeMs) {
          throw broken('network', expired, 'the address has grown old');
        }
        const connection = await open(address, context);
        onWelcome(address.welcome);
        return connection;
      } catch (error) {
        if (!(isServiceError(error) && error.code === expired) || asked === maxAddresses) throw error;
      }
    }
  }

  return async (context, mayResume) => {
    try {
      const { onLine } =
        (globalThis as { readonly navigator?: { readonly onLine?: boolean } }).navigator ?? {};
      if (onLine === false) throw broken('network', 'OFFLINE', 'the machine has no network', offlineMs);
      const connection = await connect(context, mayResume);
      hasConnected = true;
      failures = 0;
      return connection;
    } catch (error) {
      failures += 1;
      if (failures >= settings.maxAttempts) throw asFinal(error);
      throw hasConnected ? asPassing(error) : error;
    }
  };
}

/** Instead of the greeting, RTM says that an address serves no longer. */
function refusalOf({ type, error }: SlackFrame): SlackError | undefined {
  if (type !== 'error') return undefined;
  const { code, msg, retry_after: seconds } = Object(error) as Readonly<Record<string, unknown>>;
  const waitMs = typeof seconds === 'number' ? seconds * 1000 : 0;
  return broken('network', `RTM_${String(code)}`, `the service said ${String(msg)}`, waitMs);
}

function broken(kind: 'network' | 'http', code: string, message: string, waitMs = 0): SlackError {
  return slackError(kind, code, `RTM: ${message}`, { retryable: true, retryAfterMs: waitMs });
}

function moving(code: string, waitMs: number): SlackError {
  return broken('http', code, 'the workspace is moving to other servers', waitMs);
}

function isMoving(error: unknown): error is SlackError {
  return isServiceError(error) && /^(migration_in_progress|team_added_to_org)$/.test(error.code);
}
