/** Where a live client stands: `idle → connecting → ready ⇄ reconnecting → closed`. */
export type ConnectionState = 'idle' | 'connecting' | 'ready' | 'reconnecting' | 'closed';

/** A change of state, and what led to it. */
export interface StateEvent {
  readonly from: ConnectionState;
  readonly to: ConnectionState;
  /** What ended the connection, or why it could not be made. */
  readonly error?: unknown;
  /** How many attempts there have been since it was last `ready`. */
  readonly attempt?: number;
  /** How long it waits before the next attempt, in milliseconds. */
  readonly delayMs?: number;
}

/**
 * One connection to a service, from the moment it is usable. What it carries is between the client that made it and its
 * service; here only its life counts.
 */
export interface Connection {
  /**
   * Resolves when it is over, with what ended it: an error that is `retryable` brings the next connection, any other is
   * the end of all. Never rejects.
   */
  readonly ended: Promise<unknown>;
  /** Ends it. Resolves within a second, whether or not the other side answers. */
  close(): Promise<void>;
}

/** What is known when a connection is made. */
export interface DialContext {
  /** From 1, since it was last `ready`. */
  readonly attempt: number;
  /** Aborted when nobody wants the connection any more. */
  readonly signal: AbortSignal;
  /**
   * To be called, once, when the service says that it will soon end this connection: the next one is made at once, and
   * this one is closed when the next is usable.
   */
  readonly renew: () => void;
}

/**
 * Makes a connection and resolves when it is usable: with the service's greeting, not when the socket opens. It asks for
 * the address anew each time. A rejection with an error that is not `retryable` is the end of all.
 */
export type Dial<C extends Connection> = (context: DialContext) => Promise<C>;
