import type { User } from '../../state/model/index.js';
import { isoTime, type Wire } from './wire.js';

/** The fields of an app user that every version and every payload shows under the same names. */
export function viewProfile(user: User): Wire {
  const { givenName, surname, email } = user.profile;
  return {
    _id: user.id,
    userId: user.externalId,
    givenName,
    surname,
    email,
    signedUpAt: isoTime(user.signedUpAt),
  };
}
