import { refuse } from './refuse.js';

/** What the first three characters of an id say: what it is the id of. */
export const keyPrefixes = {
  user: '005',
  org: '00D',
  feedElement: '0D5',
  comment: '0D7',
  like: '0I0',
  group: '0F9',
  groupMembership: '0FB',
  groupMembershipRequest: '0I5',
  subscription: '0E8',
  conversation: '03M',
  message: '03J',
  topic: '0TO',
  file: '069',
  fileVersion: '068',
  community: '0DB',
  managedTopic: '0mt',
  pollChoice: '09A',
  stream: '0Fq',
  actionLinkGroup: '0Ag',
  actionLink: '0An',
  recommendationDefinition: '0RD',
  externalRepository: '0XC',
  actionLinkGroupTemplate: '07g',
} as const;

/**
 * Whether a value has the form of an id: 15 characters, or 18, the last three of which fit the others. With prefixes, it
 * must begin with one of them.
 *
 * @example
 * ```ts
 * import { isId, keyPrefixes } from '@x/chatter';
 *
 * export const canBeMentioned = (value: string): boolean => isId(value, keyPrefixes.user, keyPrefixes.group);
 * ```
 */
export function isId(value: unknown, ...prefixes: readonly string[]): value is string {
  if (typeof value !== 'string' || !/^[a-z\d]{15}([A-Z0-5]{3})?$/i.test(value)) return false;
  if (value.length === 18 && value.slice(15) !== suffixOf(value)) return false;
  return prefixes.length === 0 || prefixes.includes(value.slice(0, 3));
}

/**
 * The id with 18 characters, as answers have it: its last three say which of the others are capitals, so that it can be
 * compared without regard to case.
 *
 * @throws `usage` / `INVALID_REQUEST` for what is no id.
 * @example
 * ```ts
 * import { toId18 } from '@x/chatter';
 *
 * export const id: string = toId18('005E0000000Fpox'); // 005E0000000FpoxIAC
 * ```
 */
export function toId18(id: string): string {
  const short = toId15(id);
  return short + suffixOf(short);
}

/**
 * The id with 15 characters, whose case matters.
 *
 * @throws `usage` / `INVALID_REQUEST` for what is no id.
 * @example
 * ```ts
 * import { toId15 } from '@x/chatter';
 *
 * export const id: string = toId15('005E0000000FpoxIAC'); // 005E0000000Fpox
 * ```
 */
export function toId15(id: string): string {
  return isId(id) ? id.slice(0, 15) : refuse('an id has 15 characters, or 18 that fit each other');
}

/** Three characters, each of which tells the capitals among five. */
function suffixOf(id: string): string {
  const bits = Array.from(id.slice(0, 15), (each) => Number(/[A-Z]/.test(each)));
  return [0, 5, 10]
    .map((start) => bits.slice(start, start + 5).reduceRight((sum, bit) => 2 * sum + bit, 0))
    .map((number) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'[number])
    .join('');
}
