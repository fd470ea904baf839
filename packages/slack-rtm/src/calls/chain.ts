import type { CallOptions } from '@x/http-core';
import type { SlackArguments } from './arguments.js';

/** Calls a method of the Web API by its name. */
export type SendCall = (method: string, args?: SlackArguments, call?: CallOptions) => Promise<unknown>;

/**
 * A chain of names: a function that calls the method of its path, whose properties are the names below it. Nothing is sent
 * until it is called. At its root, `call` calls a method by its whole name.
 */
export function createMethods(send: SendCall, path = ''): unknown {
  const show = (): string => path || 'slack';
  const method = (args?: SlackArguments, call?: CallOptions): Promise<unknown> => send(path, args, call);
  // Printers look through a Proxy at what is behind it.
  Object.defineProperty(method, Symbol.for('nodejs.util.inspect.custom'), { value: show });

  return new Proxy(method, {
    get(target, key) {
      if (key === Symbol.toPrimitive || key === 'toString' || key === 'toJSON') return show;
      if (key === 'call' && path === '') return send;
      // What every function has stays. It is no promise, and not what printers of test runners take it for.
      if (typeof key === 'symbol' || key in target) return Reflect.get(target, key) as unknown;
      if (key === 'then' || key === 'hasAttribute') return undefined;
      return /^[a-z]\w*$/i.test(key) ? createMethods(send, path === '' ? key : `${path}.${key}`) : undefined;
    },
  });
}
