import { badRequest, notFound } from '../../errors.js';
import type { User } from '../../state/model/index.js';
import type { Store } from '../../state/store.js';
import { requireUser } from '../../state/users.js';
import { limitedString, optionalString, type Body } from '../fields.js';

/** The user that a body names by `userId` or by `userExternalId`, but not by both. */
export function readUser(store: Store, appId: string, body: Body): User {
  const userId = optionalString(body, 'userId');
  const externalId = optionalString(body, 'userExternalId');
  if (userId !== undefined && externalId !== undefined) {
    throw badRequest("'userId' and 'userExternalId' cannot be used together");
  }
  const reference = userId ?? externalId;
  if (reference === undefined) throw badRequest("should have required property 'userId'");
  const user = requireUser(store, appId, reference, limitedString(body, 'brandId', 24));
  // The path takes either id; a body says which of the two it means.
  if (reference !== (userId === undefined ? user.externalId : user.id)) throw notFound('App user');
  return user;
}
