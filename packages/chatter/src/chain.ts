import { segment, type Clock, type Http, type RequestOptions } from '@x/http-core';
import { ChatterError } from './errors.js';
import type { ChatterCallOptions } from './types/call.js';

/** A method as it goes over the wire. */
export type Method = 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** A call at the end of a chain: what is sent where. */
export interface ChainCall extends RequestOptions {
  readonly method: Method;
  /** From `/services/data` on, its parts percent-encoded. */
  readonly path: string;
}

/** The client that a chain belongs to. */
export interface ChainClient {
  readonly http: Http;
  readonly clock: Clock | undefined;
  /** What a call is sent as. */
  readonly prepare: (call: ChainCall) => ChainCall;
}

/** Any node of a chain. */
export interface Chain {
  _(part: string): unknown;
}

/** What is behind a node, for the functions that take one. */
export interface ChainNode {
  readonly client: ChainClient;
  /** From `/services/data` on, without a query. */
  readonly path: string;
}

const nodes = /* @__PURE__ */ new WeakMap<object, ChainNode>();

/** What is behind a node of a chain; `undefined` for anything else. */
export function nodeBehind(value: unknown): ChainNode | undefined {
  return nodes.get(value as object);
}

/** A path as people know it: below the version. */
export function shortPath(path: string): string {
  return path.replace(/^\/services\/data\/v[^/]+/, '');
}

/** The call of a method on a node: what is written takes a body first, everything else a query. */
export function callOf(
  path: string,
  method: Method,
  input: unknown,
  { signal, timeoutMs, retries, headers, query }: ChatterCallOptions = {},
): ChainCall {
  const given = method.startsWith('P') ? { query, json: input } : { query: input as ChainCall['query'] };
  return { method, path, signal, timeoutMs, retries, headers, ...given };
}

/** Sends a call and resolves with what it answers. */
export function send({ http, prepare }: ChainClient, call: ChainCall): Promise<unknown> {
  const { method, path, ...options } = prepare(call);
  return http.json(method, path, options);
}

/**
 * A node of a chain: a function that gets its path, whose properties are the nodes below it. Nothing is sent until a
 * node is called.
 */
export function createNode(client: ChainClient, path: string): unknown {
  const show = (): string => shortPath(path);
  const call = (method: Method) => (input?: unknown, options?: ChatterCallOptions) =>
    send(client, callOf(path, method, input, options));
  const below = (part: string | number): unknown =>
    createNode(client, `${path}/${segment(part, 'chatter', ChatterError)}`);
  const get = call('GET');
  // Printers look through a Proxy at what is behind it.
  Object.defineProperty(get, Symbol.for('nodejs.util.inspect.custom'), { value: show });

  const node: object = new Proxy(get, {
    get(_target, key) {
      if (key === Symbol.toPrimitive || key === 'toString' || key === 'toJSON') return show;
      // Not a promise, and nothing else that a runtime asks an object for.
      if (typeof key === 'symbol' || key === 'then') return undefined;
      if (/^(get|head|post|patch|put|delete)$/.test(key)) return call(key.toUpperCase() as Method);
      if (key === '_') return below;
      if (/^[a-z][a-z\d_-]*$/.test(key)) return below(key.replaceAll('_', '-'));
      // Ids hold a digit; `hasAttribute` and `$$typeof`, which test runners ask for, do not.
      return /\d/.test(key) ? below(key) : undefined;
    },
  });
  nodes.set(node, { client, path });
  return node;
}
