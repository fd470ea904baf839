import type { Random } from '../frame/index.js';

/** The first three characters of an id say what it is the id of. */
export const keyPrefix = {
  org: '00D',
  task: '00T',
  event: '00U',
  user: '005',
  account: '001',
  case: '500',
  feedElement: '0D5',
  comment: '0D7',
  like: '0I0',
  group: '0F9',
  groupMembership: '0FB',
  groupMembershipRequest: '0I5',
  groupRecord: '0F7',
  announcement: '0BT',
  subscription: '0E8',
  conversation: '03M',
  message: '03J',
  topic: '0TO',
  managedTopic: '0mt',
  file: '069',
  fileVersion: '068',
  folder: '07H',
  asset: '03S',
  picture: '729',
  favorite: '0DG',
  community: '0DB',
  pollChoice: '09A',
  stream: '0Fq',
  moderationFlag: '0MF',
  job: '707',
  actionLinkGroup: '0Ag',
  actionLink: '0An',
  recommendationDefinition: '0RD',
  // The next five are nowhere documented.
  recommendationAudience: '0RA',
  scheduledRecommendation: '0RS',
  endorsement: '0en',
  topicOptOut: '0oo',
  extensionDefinition: '0MV',
} as const;

/** What the parts of a path that are ids must begin with, by the name that the guide gives the part. */
export const prefixOfPart: Readonly<Record<string, string>> = {
  actionLinkGroupId: keyPrefix.actionLinkGroup,
  actionLinkId: keyPrefix.actionLink,
  announcementId: keyPrefix.announcement,
  assetId: keyPrefix.asset,
  commentId: keyPrefix.comment,
  communityId: keyPrefix.community,
  conversationId: keyPrefix.conversation,
  endorsementId: keyPrefix.endorsement,
  favoriteId: keyPrefix.favorite,
  feedElementId: keyPrefix.feedElement,
  feedItemId: keyPrefix.feedElement,
  fileId: keyPrefix.file,
  groupId: keyPrefix.group,
  groupRecordId: keyPrefix.groupRecord,
  likeId: keyPrefix.like,
  managedTopicId: keyPrefix.managedTopic,
  membershipId: keyPrefix.groupMembership,
  messageId: keyPrefix.message,
  recommendationAudienceId: keyPrefix.recommendationAudience,
  recommendationDefinitionId: keyPrefix.recommendationDefinition,
  requestId: keyPrefix.groupMembershipRequest,
  scheduledRecommendationId: keyPrefix.scheduledRecommendation,
  streamId: keyPrefix.stream,
  subscriptionId: keyPrefix.subscription,
  topicId: keyPrefix.topic,
  topicOptOutId: keyPrefix.topicOptOut,
  userId: keyPrefix.user,
};

const idPattern = /^[\dA-Za-z]{15}(?:[A-Z0-5]{3})?$/;
const checksumAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The 18-character form of an id given in either form; undefined for anything else. */
export function toLongId(id: string): string | undefined {
  if (!idPattern.test(id)) return undefined;
  const long = withChecksum(id.slice(0, 15));
  return id.length === 15 || id === long ? long : undefined;
}

/** Each suffix character says which of five characters are capitals, so that ids survive systems that ignore case. */
export function withChecksum(shortId: string): string {
  let suffix = '';
  for (let block = 0; block < 15; block += 5) {
    let capitals = 0;
    for (let index = 0; index < 5; index += 1) {
      if (/[A-Z]/.test(shortId.charAt(block + index))) capitals |= 1 << index;
    }
    suffix += checksumAlphabet.charAt(capitals);
  }
  return shortId + suffix;
}

export interface Ids {
  /** A new id of 18 characters. Of two ids with one prefix the later sorts higher. */
  next(prefix: string): string;
  /** A new id of what has no key prefix: 32 hexadecimal digits. */
  nextDigest(): string;
}

export function createIds(random: Random): Ids {
  const instance = random.base62(2);
  const counters = new Map<string, number>();
  return {
    next(prefix) {
      const counter = (counters.get(prefix) ?? 62 ** 4 + random.integer(62 ** 4)) + 1 + random.integer(9);
      counters.set(prefix, counter);
      return withChecksum(`${prefix}${instance}0${inBase62(counter, 9)}`);
    },
    nextDigest: () => random.hex(32),
  };
}

function inBase62(value: number, length: number): string {
  let digits = '';
  for (let rest = value; digits.length < length; rest = Math.floor(rest / 62)) {
    digits = base62.charAt(rest % 62) + digits;
  }
  return digits;
}
