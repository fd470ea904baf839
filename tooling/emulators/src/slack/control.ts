import type { Faults, FrameFaultRules, FrameFaults, RecordedRequest, RequestLog } from '../frame/index.js';
import { issueToken } from './auth/issue-token.js';
import { revokeToken } from './auth/revoke-token.js';
import { createFailures, type Failures } from './inspection/failures.js';
import { createInspection, type SlackInspection } from './inspection/inspection.js';
import { rememberStart } from './inspection/reset.js';
import type { Sightings } from './inspection/sightings.js';
import { find } from './lookups.js';
import { createOAuthControl, type SlackOAuthControl } from './oauth/oauth-control.js';
import { createPeople, type SlackPeople } from './people.js';
import type { Connection } from './rtm/connection.js';
import type { SentFrame } from './rtm/hub.js';
import { sayGoodbye } from './rtm/lifetime.js';
import type { Service } from './service.js';
import { createSocketModeControl, type SocketModeControl } from './socket-mode/control.js';
import type { ResponseUrls } from './socket-mode/response-urls.js';
import type { ConnectionCut } from './sockets/socket-connection.js';
import { presets, type SlackPreset } from './presets.js';
import type { SlackSwitches } from './switches.js';
import type { SlackGrown, SlackGrowth } from './world/grow-world.js';
import type { RateAllowance, RateLimits } from './wire/rate-limits.js';

/** An open RTM connection. */
export interface OpenConnection {
  readonly id: string;
  readonly userId: string;
  readonly token: string;
  /** Milliseconds since 1970 by the emulator's clock. */
  readonly openedAt: number;
}

export interface TokenRequest {
  readonly kind: 'bot' | 'user' | 'app';
  /** Whether its app is a classic one, for which RTM works. Default true. */
  readonly classic?: boolean;
  /** Id or name of whom it acts as. Needed unless the kind is `app`. */
  readonly user?: string;
  readonly scopes?: readonly string[];
  readonly lifeMs?: number;
}

export interface MethodRefusal {
  /** Whose calls. Default: everybody's. */
  readonly token?: string;
  /** How many calls. Default 1; `Infinity` for all. */
  readonly times?: number;
  /** How many calls pass first. Default 0. */
  readonly skip?: number;
  /** What the answer says besides, such as `needed` and `provided`. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Calls that come too fast, whatever the tiers say. */
export interface NextLimited {
  readonly retryAfterSeconds: number;
  /** How many calls. Default 1; `Infinity` for all. */
  readonly times?: number;
}

/** What the Slack emulator adds to the control. Where a connection can be named, leaving it out means all. */
export interface SlackControl extends SlackPeople, SlackInspection, Failures {
  readonly switches: Readonly<SlackSwitches>;
  configure(changes: Partial<SlackSwitches>): void;
  /** Sets what a preset sets, and leaves all else. */
  usePreset(name: SlackPreset): void;
  /** Enforces the documented tiers, or stops doing so. */
  rateLimits(on: boolean): void;
  /** Limits one method for each token, or answers its next calls with 429 and this `Retry-After`; undefined lifts the limit. */
  rateLimit(method: string, rule: RateAllowance | NextLimited | undefined): void;
  /** Limits one method for each token; undefined lifts it. */
  limitMethod(method: string, allowance: RateAllowance | undefined): void;
  /** Answers a method with `ok: false`, once unless told otherwise, of all callers or of one token. The function returned takes it back. */
  refuseMethod(method: string, error: string, options?: MethodRefusal): () => void;
  /** The open RTM connections, oldest first. */
  connections(): readonly OpenConnection[];
  /** Everything that arrived over sockets, oldest first. */
  readonly sends: readonly SentFrame[];
  /** Faults of single frames on their way to clients. */
  readonly frameFaults: FrameFaults;
  /** What happens over Socket Mode, of which `connections`, `cut` and the like here know nothing. */
  readonly socketMode: SocketModeControl;
  /** How apps come by their tokens. */
  readonly oauth: SlackOAuthControl;
  /** Sends something of one's own: an object as JSON, a text or bytes as they are. */
  send(data: object | string | Uint8Array, connectionId?: string): void;
  /** Announces the end of connections, which comes after `graceMs` (default: as switched). */
  goodbye(options?: { readonly connectionId?: string; readonly graceMs?: number }): void;
  /** Ends connections at once, or makes them useless. `code` is for `close`; default: a close frame without one. */
  cut(how: ConnectionCut, options?: { readonly connectionId?: string; readonly code?: number }): void;
  /** Moves the team to other servers: all connections end, and for `ms` nobody is let in. */
  migrate(ms: number): void;
  /** Makes every cursor that was given out so far invalid. */
  expireCursors(): void;
  /** Adds people, channels and messages at once: `seed({ users: 5_000, channels: 2_000, messages: 20_000 })`. */
  seed(growth: SlackGrowth): SlackGrown;
  issueToken(request: TokenRequest): string;
  /** Logs somebody in at the web site: a session token, and the value of the cookie `d` that has to come with it, not encoded. */
  logIn(user: string): { readonly token: string; readonly cookie: string };
  /** Ends a token, and with it its connections. */
  revokeToken(token: string): void;
  /** The same as `revokeToken`. */
  revoke(token: string): void;
  /** Somebody gives a command, which is told by Socket Mode. */
  slashCommand: SocketModeControl['slashCommand'];
  /** Somebody presses, chooses or submits something, which is told by Socket Mode. */
  interactive: SocketModeControl['interactive'];
  /** Makes everything what it was when the emulator started: the workspace, switches, limits, faults, logs. All connections end. */
  reset(): void;
}

export function createSlackControl(
  service: Service,
  parts: {
    readonly limits: RateLimits;
    readonly faults: Faults;
    readonly frameFaults: FrameFaultRules;
    readonly responseUrls: ResponseUrls;
    readonly grow: (growth: SlackGrowth) => SlackGrown;
    readonly requests: RequestLog;
    readonly arrivals: Sightings<RecordedRequest>;
  },
): SlackControl {
  const { hub, switches, store, clock } = service;
  const chosen = (connectionId: string | undefined): Connection[] => {
    const found = [...hub.connections].filter(({ id }) => connectionId === undefined || id === connectionId);
    if (connectionId !== undefined && found.length === 0) {
      throw new RangeError(`There is no open connection ${connectionId}.`);
    }
    return found;
  };

  const socketMode = createSocketModeControl(service, parts.responseUrls);
  const failures = createFailures(service, parts);
  const revoke = (value: string): void => {
    const token = store.tokens.get(value);
    if (token === undefined) throw new RangeError('There is no such token.');
    revokeToken(service, token);
  };
  return {
    ...createPeople(service),
    ...createInspection(service, parts.requests, parts.arrivals),
    ...failures,
    switches,
    configure(changes) {
      Object.assign(switches, changes);
    },
    usePreset(name) {
      Object.assign(switches, presets[name]);
    },
    rateLimits(on) {
      switches.rateLimits = on;
    },
    limitMethod: (method, allowance) => parts.limits.set(method, allowance),
    rateLimit(method, rule) {
      if (rule === undefined || 'perMinute' in rule) {
        parts.limits.set(method, rule);
        return;
      }
      const { retryAfterSeconds, times = 1 } = rule;
      failures.fail({
        call: { kind: 'ratelimited', retryAfter: String(retryAfterSeconds) },
        method,
        times,
      });
    },
    refuseMethod: (method, error, { token, times = 1, skip = 0, details = {} } = {}) =>
      failures.fail({
        call: { kind: 'refusal', error, details },
        method,
        ...(token === undefined ? {} : { token }),
        times,
        skip,
      }),
    connections: () =>
      [...hub.connections].map(({ id, session: { userId, token }, openedAt }) => ({
        id,
        userId,
        token,
        openedAt,
      })),
    sends: hub.sends,
    frameFaults: parts.frameFaults,
    socketMode,
    slashCommand: (command, appId) => socketMode.slashCommand(command, appId),
    interactive: (payload, occasion, appId) => socketMode.interactive(payload, occasion, appId),
    reset: rememberStart(service, parts),
    oauth: createOAuthControl(service, (reference) => find(store.users, reference, 'user')),
    send(data, connectionId) {
      const isRaw = typeof data === 'string' || data instanceof Uint8Array;
      for (const connection of chosen(connectionId)) {
        if (isRaw) connection.sendRaw(data);
        else connection.send(Object.fromEntries(Object.entries(data)));
      }
    },
    goodbye({ connectionId, graceMs } = {}) {
      for (const connection of chosen(connectionId)) sayGoodbye(service, connection, graceMs);
    },
    cut(how, { connectionId, code } = {}) {
      for (const connection of chosen(connectionId)) connection.cut(how, code);
    },
    migrate(ms) {
      hub.migratesUntil = clock.now() + ms;
      for (const connection of hub.connections) {
        connection.send({ type: 'team_migration_started' });
        connection.close();
      }
    },
    expireCursors: () => service.cursors.expire(),
    seed: parts.grow,
    issueToken({ kind, classic = true, user, scopes, lifeMs }) {
      const app = [...store.apps.values()].find((candidate) => candidate.classic === classic);
      if (app === undefined) throw new RangeError('There is no such app.');
      const userId = kind === 'app' ? undefined : find(store.users, user ?? 'without a name', 'user').id;
      return issueToken(service, {
        kind,
        app,
        ...(userId === undefined ? {} : { userId }),
        ...(scopes === undefined ? {} : { scopes }),
        ...(lifeMs === undefined ? {} : { lifeMs }),
      }).value;
    },
    logIn(user) {
      const { id } = find(store.users, user, 'user');
      const app = [...store.apps.values()].find(({ classic }) => classic);
      if (app === undefined) throw new RangeError('There is no such app.');
      const { value, cookie = '' } = issueToken(service, { kind: 'session', app, userId: id });
      return { token: value, cookie };
    },
    revokeToken: revoke,
    revoke,
  };
}
