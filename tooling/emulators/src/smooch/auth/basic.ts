import { invalidCredentials } from '../errors.js';
import type { Key } from '../state/model/index.js';
import type { Caller } from './caller.js';
import { callerOfKey } from './key-caller.js';

/** Checks a key id and its secret. The scope is that of the key. */
export function verifyBasic(credentials: string, keys: ReadonlyMap<string, Key>): Caller {
  const decoded = Buffer.from(credentials, 'base64').toString();
  const colonAt = decoded.indexOf(':');
  const key = keys.get(decoded.slice(0, Math.max(0, colonAt)));
  if (key === undefined || key.secret !== decoded.slice(colonAt + 1)) throw invalidCredentials();
  return callerOfKey(key);
}
