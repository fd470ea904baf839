import type { Caller } from '../auth/caller.js';
import { notFound } from '../errors.js';
import type { ApiVersion, App } from '../state/model.js';
import type { Views } from '../views/index.js';

/** A call whose caller is known and allowed, as a route sees it. */
export interface Call {
  readonly version: ApiVersion;
  /** The answers in the shape of that version. */
  readonly views: Views;
  readonly app: App;
  readonly caller: Caller;
  readonly request: Request;
  /** The path of the call, as sent. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

export interface Reply {
  /** Default 200. */
  readonly status?: number;
  readonly body: object;
  /** How many seconds the service asks to wait before the next look. */
  readonly pollInterval?: number;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the version and, on the long paths, below the app. */
  readonly path: string;
  /** Default: every version. */
  readonly versions?: readonly ApiVersion[];
  /** Default: both with and without the app in the path. */
  readonly paths?: 'short only';
  /** Whether a token for a single user reaches it, for that user. Default: no. */
  readonly openToAppUser?: boolean;
  readonly handle: (call: Call) => Reply | Promise<Reply>;
}

/** A part of the path, decoded. */
export function parameter(call: Call, name: string): string {
  const value = call.parameters[name];
  if (value === undefined) throw notFound();
  return value;
}
