/** The file that a body type goes to: the first whose pattern its name fits. */
const bodyFamilies: readonly (readonly [RegExp, string])[] = [
  [
    /MessageSegment|^(?:FeedItem|Message|FeedItemPreambleMessage|LikeMessage|Feed)Body(?:Input)?$|^MessageBody/,
    'messages',
  ],
  [/^Comment|^Like|^Vote/, 'comments'],
  [/CapabilityInput$|^FeedElementCapabilitiesInput$/, 'capability-inputs'],
  [/Capability$|^FeedElementCapabilities$|^CandidateAnswersStatus$|^FeedPollChoice$|^ReadBy/, 'capabilities'],
  [/^Feed|^GenericFeed|^Related|^Pinned|^Favorite|^ChatterStream|^Stream/, 'feeds'],
  [/^FilesConnect|^Repository/, 'files-connect'],
  [/^File|^Folder|^AssetFile|^Content|^ImageFile|^Share|^WorkspacePermission/, 'files'],
  [/^Group/, 'groups'],
  [/^UserM(?:essage|ission)|^Message|^Conversation/, 'private-messages'],
  [
    /^User|^Address|^Chatter(?:Activity|Influence)|^Following|^Follower|^PhoneNumber|^OutOfOffice|^Reputation|^Stamp/,
    'users',
  ],
  [/^Topic|^ManagedTopic|^Knowledgeable/, 'topics'],
  [/^ActionLink|^Action|^PlatformAction|^RequestHeader|^Activity/, 'actions'],
  [/^Communit|^Moderation/, 'communities'],
  [/^CustomRecommendation|^ScheduledCustom|^ChatterRecommendations/, 'recommendations'],
  [/^Notification/, 'notifications'],
  [/^Batch|^GenericBatch|^ErrorMessage/, 'batch'],
  [/^Record|^ListView|^EntityLabel/, 'records'],
  [/^Organization|^Features|^MaintenanceInformation|^TimeZone|Directory$/, 'organization'],
];

export function bodyFamily(name: string): string {
  return bodyFamilies.find(([pattern]) => pattern.test(name))?.[1] ?? 'common';
}

/** The file that a path goes to, by its first part. */
const pathFamilies: readonly (readonly [RegExp, string])[] = [
  [/^\/connect\/communities\/\{communityId\}\/chatter\/feeds/, 'community-feeds'],
  [/^\/connect\/communities\/\{communityId\}\/chatter/, 'community-chatter'],
  [/^\/connect\/communities/, 'communities'],
  [/^\/connect\/(?:file|folder|content\b(?!-hub))/, 'files'],
  [/^\/connect\/content-hub/, 'files-connect'],
  [/^\/connect\/(?:topic|records)/, 'topics'],
  [/^\/connect\/(?:recommendation|scheduled)/, 'recommendations'],
  [/^\/connect\/notifications/, 'notifications'],
  [/^\/connect/, 'connect'],
  [/^\/chatter\/users/, 'users'],
  [/^\/chatter\/group/, 'groups'],
  [/^\/chatter\/feeds/, 'feeds'],
  [/^\/chatter\/feed-elements/, 'feed-elements'],
  [/^\/chatter\/feed-items/, 'feed-items'],
  [/^\/chatter\/comments/, 'comments'],
];

export function pathFamily(path: string): string {
  return pathFamilies.find(([pattern]) => pattern.test(path))?.[1] ?? 'chatter';
}
