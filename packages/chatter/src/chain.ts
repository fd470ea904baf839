import { segment, type Fields } from '@x/http-core';
import { ChatterError } from './errors.js';
import type { ChatterCallOptions } from './types/call.js';

/** A method as it goes over the wire. */
export type Method = 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** A call at the end of a chain: what is sent where. */
export interface ChainCall {
  readonly method: Method;
  /** The parts of the path, percent-encoded. */
  readonly parts: readonly string[];
  readonly query: Fields | undefined;
  readonly json: unknown;
  readonly options: ChatterCallOptions;
}

/** What a chain can do with its path. */
export interface ChainTarget {
  send(call: ChainCall): Promise<unknown>;
  /** Gets a server-relative address as the service handed it out. */
  follow(address: string, options: ChatterCallOptions): Promise<unknown>;
}

/** What is behind a node, for the functions that take one. */
export interface ChainNode {
  readonly target: ChainTarget;
  readonly parts: readonly string[];
}

const nodes = /* @__PURE__ */ new WeakMap<object, ChainNode>();

/** What is behind a node of a chain; `undefined` for anything else. */
export function nodeBehind(value: unknown): ChainNode | undefined {
  return typeof value === 'function' ? nodes.get(value) : undefined;
}

const verbs: Readonly<Record<string, Method>> = {
  get: 'GET',
  head: 'HEAD',
  post: 'POST',
  patch: 'PATCH',
  put: 'PUT',
  delete: 'DELETE',
};

/**
 * A node of a chain: a function that gets its path, whose properties are the nodes below it. Nothing is sent until a
 * node is called.
 */
export function createNode(target: ChainTarget, parts: readonly string[] = []): unknown {
  const show = (): string => `/${parts.join('/')}`;
  const call = (method: Method, input: unknown, options: ChatterCallOptions = {}): Promise<unknown> => {
    const written = method === 'POST' || method === 'PATCH' || method === 'PUT';
    return target.send({
      method,
      parts,
      query: written ? options.query : (input as Fields | undefined),
      json: written ? input : undefined,
      options,
    });
  };
  const get = (input?: unknown, options?: ChatterCallOptions): Promise<unknown> =>
    call('GET', input, options);
  // Printers look through a Proxy at what is behind it.
  Object.defineProperty(get, Symbol.for('nodejs.util.inspect.custom'), { value: show });

  const node: object = new Proxy(get, {
    get(_target, key) {
      if (key === Symbol.toPrimitive || key === 'toString' || key === 'toJSON') return show;
      // Not a promise, and nothing else that a runtime asks an object for.
      if (typeof key === 'symbol' || key === 'then') return undefined;
      if (Object.hasOwn(verbs, key)) {
        return (input?: unknown, options?: ChatterCallOptions) => call(verbs[key] as Method, input, options);
      }
      if (key === '_') return (id: string | number) => createNode(target, [...parts, partOf(id)]);
      if (/^[a-z][a-z\d_]*$/.test(key)) return createNode(target, [...parts, key.replaceAll('_', '-')]);
      // Ids hold a digit; `hasAttribute` and `$$typeof`, which test runners ask for, do not.
      return /\d/.test(key) ? createNode(target, [...parts, partOf(key)]) : undefined;
    },
  });
  nodes.set(node, { target, parts });
  return node;
}

/** An id or a name as one part of a path, whatever it holds. */
function partOf(id: string | number): string {
  return segment(id, 'chatter', ChatterError);
}
