import { pictureOf } from './picture.js';
import { withoutDiamond } from './room-info.js';
import { unexpectedAnswer } from './unexpected.js';

/** What `/user/info` says of a user. */
export interface UserInfo {
  readonly name: string;
  readonly isModerator: boolean;
  readonly reputation: number | undefined;
  /** Seconds since 1970. */
  readonly lastSeenAt: number | undefined;
  readonly lastPostAt: number | undefined;
  readonly pictureUrl: string | undefined;
}

/** Reads the answer of `/user/info`, by ids. Who is unknown is left out there. */
export function parseUserInfo(answer: unknown): ReadonlyMap<number, UserInfo> {
  const { users } = Object(answer) as { readonly users?: unknown };
  if (!Array.isArray(users)) return unexpectedAnswer('/user/info', 'users');
  return new Map(users.map(readUser));
}

function readUser(user: unknown): [number, UserInfo] {
  const { id, name, ...rest } = Object(user) as Readonly<Record<string, unknown>>;
  if (typeof id !== 'number' || typeof name !== 'string')
    return unexpectedAnswer('/user/info', 'id and name');
  return [
    id,
    {
      name: withoutDiamond(name),
      isModerator: rest['is_moderator'] === true,
      // Nobody who has an account has less than 1.
      reputation: readPositive(rest['reputation']),
      lastSeenAt: readPositive(rest['last_seen']),
      lastPostAt: readPositive(rest['last_post']),
      pictureUrl: pictureOf(rest['email_hash']),
    },
  ];
}

function readPositive(value: unknown): number | undefined {
  return typeof value === 'number' && value > 0 ? value : undefined;
}
