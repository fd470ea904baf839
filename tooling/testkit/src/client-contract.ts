import type { Emulator, Fault, RequestMatch } from '@x/emulators';

/** What every client can be told, whatever its service. */
export interface ContractOptions {
  readonly baseUrl?: string;
  readonly timeoutMs?: number;
  readonly retries?: number;
  readonly maxAnswerBytes?: number;
  readonly fetch?: (input: string, init?: RequestInit) => Promise<Response>;
}

export interface ContractCall {
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

/** How the contract talks to one client. */
export interface ClientContract<Client> {
  readonly service: string;
  start(): Promise<Emulator<object>>;
  /** A client with good credentials for the emulator. */
  create(emulator: Emulator<object>, options?: ContractOptions): Client;
  /** A call that may be repeated, and how its request looks. */
  read(client: Client, call?: ContractCall): Promise<unknown>;
  readonly readRequest: RequestMatch;
  /** A call that must not be done twice, and how its request looks; `text` arrives in its body. */
  write(client: Client, text: string, call?: ContractCall): Promise<unknown>;
  readonly writeRequest: RequestMatch;
  /** What an answer that cannot be read is called, and what makes one; default: `INVALID_JSON`, a page and half of the JSON. */
  readonly unreadable?: { readonly code: string; readonly faults: readonly Fault[] };
  /** Whatever must never be printed. */
  secrets(emulator: Emulator<object>): readonly string[];
  /** Makes the service refuse the credential that the client has now, but not the next one. */
  expire(emulator: Emulator<object>): void;
  /** How many new credentials there have been since. */
  renewals(emulator: Emulator<object>): number;
  /** Calls and options that cannot work, by what is wrong with them; nothing of them may be sent. */
  readonly badInput: Readonly<
    Record<string, (emulator: Emulator<object>, client: Client) => Promise<unknown> | undefined>
  >;
}
