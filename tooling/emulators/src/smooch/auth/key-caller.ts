import type { Key } from '../state/model/index.js';
import type { Caller } from './caller.js';

/** Whoever holds a key. */
export function callerOfKey({ appId, integrationId, serviceAccountId }: Key): Caller {
  if (appId === undefined) return { scope: 'account', serviceAccountId };
  return integrationId === undefined
    ? { scope: 'app', appId }
    : { scope: 'integration', appId, integrationId };
}
