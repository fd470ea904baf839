import { authorizationRequired, invalidCredentials } from '../errors.js';
import type { Service } from '../service.js';
import type { ApiVersion } from '../state/model/index.js';
import { verifyBasic } from './basic.js';
import { verifyBearer } from './bearer.js';
import type { Store } from '../state/store.js';
import type { Caller } from './caller.js';

/** Finds out who is calling, or refuses with 401. */
export async function authenticate(service: Service, headers: Headers, version: ApiVersion): Promise<Caller> {
  const authorization = headers.get('authorization');
  if (authorization === null && version === 'v1' && service.switches.appToken) {
    const token = headers.get('app-token');
    if (token !== null) return callerOfToken(service.store, token);
  }
  const [, scheme = '', credentials = ''] = /^\s*(\S+)\s+(\S+)\s*$/.exec(authorization ?? '') ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return verifyBearer(credentials, service.store.keys, service.clock.now());
    case 'basic':
      // Basic came with v1.1; to v1 it is as if nothing had been sent.
      if (version !== 'v1') return verifyBasic(credentials, service.store.keys);
      throw authorizationRequired();
    default:
      throw authorizationRequired();
  }
}

function callerOfToken(store: Store, token: string): Caller {
  const app = [...store.apps.values()].find((candidate) => candidate.token === token);
  if (app === undefined) throw invalidCredentials();
  return { scope: 'appToken', appId: app.id };
}
