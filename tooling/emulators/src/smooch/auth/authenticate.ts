import { authorizationRequired } from '../errors.js';
import type { Service } from '../service.js';
import type { ApiVersion } from '../state/model/index.js';
import { verifyBasic } from './basic.js';
import { verifyBearer } from './bearer.js';
import type { Caller } from './caller.js';

/** Finds out who is calling, or refuses with 401. */
export async function authenticate(
  service: Service,
  authorization: string | null,
  version: ApiVersion,
): Promise<Caller> {
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
