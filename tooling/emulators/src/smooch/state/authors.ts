import { createHash } from 'node:crypto';
import type { Account, Author, User } from './model/index.js';
import type { Store } from './store.js';
import { displayName } from './users.js';

/** How the sender of a message wants to appear. */
export interface AuthorWishes {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly avatarUrl?: string | undefined;
  readonly subtypes?: readonly string[] | undefined;
}

export function userAuthor(store: Store, user: User, wishes: AuthorWishes): Author {
  return {
    type: 'user',
    id: user.id,
    displayName: wishes.name ?? displayName(store, user),
    avatarUrl:
      wishes.avatarUrl ?? (wishes.email === undefined ? user.profile.avatarUrl : gravatar(wishes.email)),
    email: wishes.email,
  };
}

/** Somebody of the business. Without a name they have none in v2, and that of the account in the older versions. */
export function businessAuthor(account: Account, appId: string, wishes: AuthorWishes): Author {
  return {
    type: 'business',
    id: businessAuthorId(account, appId, wishes.email ?? wishes.name ?? ''),
    displayName: wishes.name,
    avatarUrl: wishes.avatarUrl ?? gravatar(wishes.email),
    email: wishes.email,
    subtypes: wishes.subtypes,
  };
}

/** Twenty letters and digits that stay the same for the same person of the business. */
function businessAuthorId(account: Account, appId: string, person: string): string {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  const digest = createHash('sha256')
    .update(JSON.stringify([account.id, appId, person]))
    .digest();
  return Array.from(digest.subarray(0, 20), (byte) => digits.charAt(byte % digits.length)).join('');
}

/** The picture that belongs to an e-mail address; without one, the silhouette. */
function gravatar(email: string | undefined): string {
  const hash =
    email === undefined ? '0'.repeat(32) : createHash('md5').update(email.trim().toLowerCase()).digest('hex');
  return `https://www.gravatar.com/avatar/${hash}.png?s=200&d=mm`;
}
