import { revokeToken } from '../auth/revoke-token.js';
import type { MemberMethod } from './method.js';

/** Ends the token that it is called with. */
export const authRevoke: MemberMethod = {
  name: 'auth.revoke',
  tier: 'tier 3',
  json: false,
  access: 'member',
  scopes: [],
  handle({ service, args, token }) {
    const isRehearsal = args.flag('test');
    if (!isRehearsal) revokeToken(service, token);
    return { revoked: !isRehearsal };
  },
};
