import type { Emulator, ManualClock, RequestMatch } from '@x/emulators';

/** A change of state, as every live client tells it. */
export interface LiveState {
  readonly from: string;
  readonly to: string;
  readonly error?: unknown;
}

/** What all live clients have in common. */
export interface LiveClient {
  readonly state: string;
  connect(options?: { readonly signal?: AbortSignal; readonly timeoutMs?: number }): Promise<unknown>;
  close(): Promise<unknown>;
  [Symbol.asyncDispose](): Promise<unknown>;
}

/** What the contract tells a client when it makes it. */
export interface LiveContractOptions {
  readonly clock?: ManualClock;
  readonly onListenerError?: (error: unknown) => void;
}

/** How the contract talks to one live client. */
export interface LiveContract<Client extends LiveClient> {
  readonly service: string;
  /** Which of the service's clients it is. Default: the service's only one. */
  readonly name?: string;
  start(clock?: ManualClock): Promise<Emulator<object>>;
  /** A client that is not connected yet. */
  create(emulator: Emulator<object>, options?: LiveContractOptions): Client;
  /** Tells of changes of state. */
  onState(client: Client, listener: (state: LiveState) => void): () => void;
  /** Tells of texts that others post. */
  onText(client: Client, listener: (text: string) => void, signal?: AbortSignal): () => void;
  /** The same texts as an iterator, subscribed when it is made. */
  texts(client: Client): AsyncIterableIterator<string>;
  /** Whatever has to be done before texts come; done after each `connect`. */
  prepare?(client: Client): Promise<unknown>;
  /** Lets somebody else post a text. */
  say(emulator: Emulator<object>, text: string): void | Promise<void>;
  /** Ways in which the service, or the network, ends a connection; the client comes back from each. */
  readonly cuts: Readonly<Record<string, (emulator: Emulator<object>) => void>>;
  /** Lets the connection live on in silence. */
  silence(emulator: Emulator<object>): void;
  /** After how many milliseconds silence is death. */
  readonly silenceMs: number;
  /** How many connections are open on the side of the service. */
  sockets(emulator: Emulator<object>): number;
  /** The handshakes of the client. */
  readonly handshake: RequestMatch;
  /** Where a client stands when its account was refused: `closed` for good, or `idle`, and may try again. Default `closed`. */
  readonly refusedState?: 'closed' | 'idle';
  /** Makes the service refuse the account for good. */
  refuse(emulator: Emulator<object>): void;
}
