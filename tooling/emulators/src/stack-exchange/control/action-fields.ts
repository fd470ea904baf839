import {
  type ControlAction,
  type Field,
  type FrameFault,
  oneOf,
  optional,
  type Read,
  type Reader,
  readObject,
  readTruth,
} from '../../frame/index.js';
import { type ChatHost, chatHosts } from '../network/sites.js';
import type { StackExchangeControl } from '../control.js';
import type { ChatServerControl } from './chat-server-control.js';

/** Reads a whole number that may be negative, as the ids of the system are. */
export const readInteger: Reader<number> = (value, name) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    throw new RangeError(`${name} must be a whole number.`);
  }
  return value;
};

/** Reads an object of any fields, an event for example. */
export const readAnyObject: Reader<Readonly<Record<string, unknown>>> = (value, name) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RangeError(`${name} must be an object.`);
  }
  return Object.fromEntries(Object.entries(value));
};

export const readFrameFaultKind: Reader<FrameFault['kind']> = oneOf(
  'lose',
  'duplicate',
  'swap',
  'delay',
  'garble',
  'cut',
);

const readHost: Reader<ChatHost> = oneOf(...chatHosts);

/** An action on one chat server, which a field `host` names. Default: the one that loopback stands for. */
export function onServer<Fields extends Readonly<Record<string, Field>>>(
  control: StackExchangeControl,
  fields: Fields,
  run: (server: ChatServerControl, input: Read<Fields>) => unknown,
): ControlAction {
  return (body = {}) => {
    const { host, ...others } = readAnyObject(body, 'The body');
    const server = host === undefined ? control : control.server(readHost(host, 'The body.host'));
    return run(server, readObject(others, 'The body', fields));
  };
}

/** An action on all of the network. */
export function onNetwork<Fields extends Readonly<Record<string, Field>>>(
  fields: Fields,
  run: (input: Read<Fields>) => unknown,
): ControlAction {
  return (body = {}) => run(readObject(body, 'The body', fields));
}

/** On, unless the body says `{ "on": false }`. */
export function switching(flip: (on: boolean) => void): ControlAction {
  return onNetwork({ on: optional(readTruth) }, ({ on = true }) => flip(on));
}
