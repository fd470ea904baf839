import {
  type ControlAction,
  type Field,
  oneOf,
  type Read,
  type Reader,
  readAnyObject,
  readObject,
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
