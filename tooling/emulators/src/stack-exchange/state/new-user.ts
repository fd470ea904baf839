import type { User } from './model.js';

export type UserBasics = Pick<
  User,
  'id' | 'name' | 'person' | 'parent' | 'isModerator' | 'reputation' | 'about' | 'pictureHash' | 'createdAt'
>;

/** Somebody who has not done anything yet. */
export function newUser(basics: UserBasics): User {
  return {
    ...basics,
    lastSeenAt: undefined,
    lastPostAt: undefined,
    blockedUntil: undefined,
    ignored: new Set(),
    acknowledged: new Set(),
    stars: { day: 0, given: 0 },
    desktopNotify: '',
  };
}
