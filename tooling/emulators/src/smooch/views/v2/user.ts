import type { User } from '../../state/model/index.js';
import { isoTime, present, type Wire } from '../common/wire.js';

export function viewUser(user: User): Wire {
  return present({
    id: user.id,
    externalId: user.externalId,
    zendeskId: user.zendeskId,
    brandId: user.brandId,
    signedUpAt: isoTime(user.signedUpAt),
    toBeRetained: user.toBeRetained,
    hasPaymentInfo: user.hasPaymentInfo,
    identities: user.identities,
    profile: present({ ...user.profile }),
    metadata: user.metadata,
  });
}

/** What is told of a user to those who did not ask for more. Whom the business knows by an id of its own has logged in. */
export function viewTruncatedUser(user: User): Wire {
  return present({
    id: user.id,
    externalId: user.externalId,
    zendeskId: user.zendeskId,
    brandId: user.brandId,
    authenticated: user.externalId !== undefined,
  });
}
