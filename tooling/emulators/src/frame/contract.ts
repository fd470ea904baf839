/** Time as an emulator sees it. Everything in an emulator that expires, waits or stamps asks this and nothing else. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `callback` once, `ms` milliseconds from now; the function returned takes it back. Never keeps the process alive. */
  after(ms: number, callback: () => void): () => void;
}

/** A clock that stands still until it is told to move. */
export interface ManualClock extends Clock {
  /** Moves on by `ms`, running what falls due in order of time; promises settle between two timers. */
  advance(ms: number): Promise<void>;
}

/** What every `start…Emulator` function takes. */
export interface EmulatorOptions {
  /** Port on 127.0.0.1. Default: one that is free. */
  readonly port?: number;
  /** Same seed, same ids, secrets and seeded world. Default 1. */
  readonly seed?: number;
  /** Default: the system's clock. */
  readonly clock?: Clock;
}

/** A running emulator: `Credentials` is what a client needs to talk to it, `Extra` what this service adds to the control. */
export interface Emulator<Credentials, Extra = unknown> {
  /** The root, without a path and without a slash at the end: `http://127.0.0.1:4100`. */
  readonly url: string;
  readonly credentials: Credentials;
  readonly control: Control & Extra;
  /** Ends every connection and resolves when the port is free. Safe to call twice. */
  close(): Promise<void>;
}

/** The strings that stand for a running emulator, for tests and for people who make faults on purpose. */
export interface Control {
  readonly clock: Clock;
  readonly requests: RequestLog;
  readonly faults: Faults;
}

/** One request as it arrived, before any fault or route had its turn. */
export interface RecordedRequest {
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  /** Path with the query, as sent. */
  readonly target: string;
  readonly query: URLSearchParams;
  /** Names in lower case. Credentials are kept: a log that hid them could not prove where they went. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whole body. Empty until it has arrived. */
  readonly body: Uint8Array;
  readonly text: string;
  /** The body parsed as JSON, or undefined. */
  readonly json: unknown;
  /** Milliseconds since 1970 by the emulator's clock. */
  readonly at: number;
  /** True for a WebSocket handshake. */
  readonly upgrade: boolean;
  /** The status that went out; undefined while none has, or when a fault ended the connection without one. */
  readonly status: number | undefined;
}

export interface RequestMatch {
  readonly method?: string;
  /** The whole path, or a pattern that it must match. The query does not count. */
  readonly path?: string | RegExp;
  readonly upgrade?: boolean;
  readonly where?: (request: RecordedRequest) => boolean;
}

export interface RequestLog {
  readonly all: readonly RecordedRequest[];
  matching(match: RequestMatch): RecordedRequest[];
  clear(): void;
}

/**
 * What can go wrong on a wire.
 *
 * - `delay`: handled as usual, `ms` later (by the emulator's clock).
 * - `status`: answered at once with this status, headers and body; no route runs.
 * - `html`: as `status` (default 503), with an HTML page and `text/html`.
 * - `wrongType`: the route's own answer under another content type.
 * - `drop`: the connection is closed, `before` the route runs or `after` it ran and its answer was thrown away.
 * - `reset`: the same, by a TCP reset.
 * - `cut`: the route's headers and half of its body, then the connection is closed (`reset: true`: by a reset).
 * - `stall`: the route's headers and half of its body, then silence.
 * - `truncate`: half of the route's body as a complete, well-framed answer.
 * - `hang`: nothing is ever answered.
 * - `refuse`: a WebSocket handshake is answered with this HTTP status (default 503).
 */
export type Fault =
  | { readonly kind: 'delay'; readonly ms: number }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  | { readonly kind: 'html'; readonly status?: number; readonly body?: string }
  | { readonly kind: 'wrongType'; readonly contentType: string }
  | { readonly kind: 'drop'; readonly when?: 'before' | 'after' }
  | { readonly kind: 'reset'; readonly when?: 'before' | 'after' }
  | { readonly kind: 'cut'; readonly reset?: boolean }
  | { readonly kind: 'stall' }
  | { readonly kind: 'truncate' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'refuse'; readonly status?: number };

export interface FaultRule {
  /** Which requests it is for. Default: all. */
  readonly match?: RequestMatch;
  readonly fault: Fault;
  /** How many matching requests it spoils before it is used up. Default 1; `Infinity` for all. */
  readonly times?: number;
  /** How many matching requests it lets pass first. Default 0. */
  readonly skip?: number;
}

export interface Faults {
  /** Adds a rule; the first rule that matches and is not used up decides. The function returned takes it back. */
  add(rule: FaultRule): () => void;
  clear(): void;
  /** How often each fault has struck, by kind. */
  readonly struck: Readonly<Record<string, number>>;
}
