import type { Caller, Reach } from '../auth/caller.js';
import { notFound } from '../errors.js';
import type { ApiVersion, App, LegacyVersion } from '../state/model/index.js';
import type { Views } from '../views/index.js';

/** What every call brings, once it is known who calls. */
export interface AccountCall {
  readonly version: ApiVersion;
  readonly caller: Caller;
  readonly request: Request;
  /** The path of the call, as sent. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** A call about an app that the caller may reach. */
export interface AppCall extends AccountCall {
  readonly app: App;
}

/** A call of an older version, as a route sees it. */
export interface Call extends AppCall {
  readonly version: LegacyVersion;
  /** The answers in the shape of that version. */
  readonly views: Views;
}

export interface Reply {
  /** Default 200. */
  readonly status?: number;
  readonly body: object;
  /** How many seconds the service asks to wait before the next look. */
  readonly pollInterval?: number;
}

interface Place {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
}

/** A route of v1 and v1.1 about an app. Its path is below the version and, on the long paths, below the app. */
export interface Route extends Place {
  /** Default: both. */
  readonly versions?: readonly LegacyVersion[];
  /** Default: both with and without the app in the path. */
  readonly paths?: 'short only' | 'long only';
  /** The least that reaches it. Default: an app. */
  readonly reach?: Reach;
  /** Whether a token for a single user reaches it, for that user. Default: no. */
  readonly openToAppUser?: boolean;
  readonly handle: (call: Call) => Reply | Promise<Reply>;
}

/** A route of v2 about an app. Its path is below `/v2/apps/{appId}`. */
export interface V2Route extends Place {
  /** The least that reaches it. Default: an integration. */
  readonly reach?: Reach;
  readonly handle: (call: AppCall) => Reply | Promise<Reply>;
}

/** A route about the account. Its path is below the version. */
export interface AccountRoute extends Place {
  readonly versions: readonly ApiVersion[];
  /** The least that reaches it. Default: an account. */
  readonly reach?: Reach;
  readonly handle: (call: AccountCall) => Reply | Promise<Reply>;
}

/** A part of the path, decoded. */
export function parameter(call: Pick<AccountCall, 'parameters'>, name: string): string {
  const value = call.parameters[name];
  if (value === undefined) throw notFound();
  return value;
}
