import type { FrameFaultRules, FrameFaults } from '../frame/index.js';
import { issueToken } from './auth/issue-token.js';
import { revokeToken } from './auth/revoke-token.js';
import { createOAuthControl, type SlackOAuthControl } from './oauth/oauth-control.js';
import { createPeople, type SlackPeople } from './people.js';
import type { Connection } from './rtm/connection.js';
import type { SentFrame } from './rtm/hub.js';
import { sayGoodbye } from './rtm/lifetime.js';
import type { Service } from './service.js';
import { createSocketModeControl, type SocketModeControl } from './socket-mode/control.js';
import type { ResponseUrls } from './socket-mode/response-urls.js';
import type { ConnectionCut } from './sockets/socket-connection.js';
import type { Token, User } from './state/model.js';
import type { SlackSwitches } from './switches.js';
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
  readonly kind: Token['kind'];
  /** Whether its app is a classic one, for which RTM works. Default true. */
  readonly classic?: boolean;
  /** Id or name of whom it acts as. Needed unless the kind is `app`. */
  readonly user?: string;
  readonly scopes?: readonly string[];
  readonly lifeMs?: number;
}

/** What the Slack emulator adds to the control. Where a connection can be named, leaving it out means all. */
export interface SlackControl extends SlackPeople {
  readonly switches: Readonly<SlackSwitches>;
  configure(changes: Partial<SlackSwitches>): void;
  /** Enforces the documented tiers, or stops doing so. */
  rateLimits(on: boolean): void;
  /** Limits one method for each token; undefined lifts it. */
  limitMethod(method: string, allowance: RateAllowance | undefined): void;
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
  issueToken(request: TokenRequest): string;
  /** Ends a token, and with it its connections. */
  revokeToken(token: string): void;
}

export function createSlackControl(
  service: Service,
  parts: {
    readonly limits: RateLimits;
    readonly frameFaults: FrameFaultRules;
    readonly responseUrls: ResponseUrls;
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

  return {
    ...createPeople(service),
    switches,
    configure(changes) {
      Object.assign(switches, changes);
    },
    rateLimits(on) {
      switches.rateLimits = on;
    },
    limitMethod: (method, allowance) => parts.limits.set(method, allowance),
    connections: () =>
      [...hub.connections].map(({ id, session: { userId, token }, openedAt }) => ({
        id,
        userId,
        token,
        openedAt,
      })),
    sends: hub.sends,
    frameFaults: parts.frameFaults,
    socketMode: createSocketModeControl(service, parts.responseUrls),
    oauth: createOAuthControl(service, (reference) => requireUser(service, reference)),
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
    issueToken({ kind, classic = true, user, scopes, lifeMs }) {
      const app = [...store.apps.values()].find((candidate) => candidate.classic === classic);
      if (app === undefined) throw new RangeError('There is no such app.');
      const userId = kind === 'app' ? undefined : requireUser(service, user).id;
      return issueToken(service, {
        kind,
        app,
        ...(userId === undefined ? {} : { userId }),
        ...(scopes === undefined ? {} : { scopes }),
        ...(lifeMs === undefined ? {} : { lifeMs }),
      }).value;
    },
    revokeToken(value) {
      const token = store.tokens.get(value);
      if (token === undefined) throw new RangeError('There is no such token.');
      revokeToken(service, token);
    },
  };
}

function requireUser({ store }: Service, reference: string | undefined): User {
  const user = [...store.users.values()].find(({ id, name }) => id === reference || name === reference);
  if (user === undefined) throw new RangeError(`There is no user ${reference ?? 'without a name'}.`);
  return user;
}
