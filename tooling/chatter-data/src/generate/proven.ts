/**
 * Properties of answers that captures and examples show with a value every time: `type: properties`. Anything else of a
 * kind that may be empty is `null` when it is.
 */
export const neverEmpty: Readonly<Record<string, string>> = {
  Address: 'country formattedAddress',
  AssociatedActionsCapability: 'platformActionGroups',
  BatchResults: 'hasErrors',
  BookmarksCapability: 'isBookmarkedByCurrentUser',
  ChatterInfluence: 'percentile',
  ChatterLikesCapability: 'isLikedByCurrentUser',
  ClientInfo: 'applicationName',
  CloseCapability: 'canContextUserUpdateIsClosed isClosed',
  Comment: 'clientInfo createdDate feedElement isDeleteRestricted likes parent relativeCreatedDate user',
  Community:
    'allowChatterAccessWithoutLogin allowMembersToFlag guestMemberVisibilityEnabled invitationsEnabled ' +
    'knowledgeableEnabled loginUrl memberVisibilityEnabled nicknameDisplayEnabled privateMessagesEnabled ' +
    'reputationEnabled sendWelcomeEmail siteAsContainerEnabled siteUrl status templateName',
  ConversationDetail: 'conversationId conversationUrl messages read',
  ConversationSummary: 'latestMessage read',
  ConversationUnreadCount: 'hasMore',
  EditCapability: 'isEditRestricted isEditableByMeUrl',
  EntityLabel: 'label labelPlural',
  Feed: 'feedElementPostUrl feedElementsUrl',
  FeedElementPage: 'updatesToken updatesUrl',
  FeedItem:
    'actor createdDate event feedElementType hasVerifiedComment header isDeleteRestricted isSharable modifiedDate ' +
    'parent relativeCreatedDate visibility',
  FileSummary: 'fileType modifiedDate origin owner title versionNumber',
  GenericFeedElement: 'createdDate feedElementType header modifiedDate parent relativeCreatedDate',
  Group:
    'canHaveChatterGuests isArchived isAutoArchiveDisabled isBroadcast lastFeedElementPostDate myRole owner ' +
    'visibility',
  GroupMember: 'role user',
  Like: 'likedItem user',
  Message: 'conversationId conversationUrl sender sentDate',
  MessageSegmentEntityLink: 'reference',
  MessageSegmentHashtag: 'tag',
  MessageSegmentMarkupBegin: 'htmlTag markupType',
  MessageSegmentMarkupEnd: 'htmlTag markupType',
  MessageSegmentMention: 'accessible record',
  Motif: 'color largeIconUrl mediumIconUrl smallIconUrl',
  OutOfOffice: 'message',
  PhoneNumber: 'label phoneNumber phoneType',
  Photo: 'fullEmailPhotoUrl largePhotoUrl mediumPhotoUrl smallPhotoUrl standardEmailPhotoUrl',
  ReadByCapability: 'isReadByMe lastReadDateByMe',
  RecordField: 'label text',
  RecordViewSection: 'columnOrder',
  StatusCapability: 'feedEntityStatus isApprovableByMe',
  Subscription: 'subject subscriber',
  Topic: 'createdDate',
  TopicsCapability: 'canAssignTopics',
  UpDownVoteCapability: 'myVote',
  UserDetail: 'email hasChatter username',
  UserSummary: 'communityNickname displayName isActive isInThisCommunity lastName outOfOffice userType',
};

/** Body types whose properties are among those of another one. */
const moreOf: Readonly<Record<string, string>> = {
  FileDetail: 'FileSummary',
  GroupDetail: 'Group',
  UserDetail: 'UserSummary',
};

/** Properties that were captured as `null` although others of their kind never are. */
const captured: ReadonlySet<string> = new Set([
  'FileSummaryPage.currentPageUrl',
  'RecordView.url',
  'UserDetail.thanksReceived',
]);

/** Parts that are always there, if only with empty properties of their own. */
const parts: ReadonlySet<string> = new Set([
  'Address',
  'BannerPhoto',
  'ChatterActivity',
  'ChatterInfluence',
  'CommentCapabilities',
  'CommentPage',
  'EntityLabel',
  'Features',
  'FeedElementCapabilities',
  'FeedItemBody',
  'FollowingCounts',
  'LikePage',
  'MessageCollection',
  'Motif',
  'Photo',
  'ReadByCollection',
  'RecordView',
  'TimeZone',
  'UserSettings',
]);

const alwaysThere: ReadonlySet<string> = new Set(['currentPageUrl', 'id', 'name', 'text', 'type', 'url']);

/** Properties that examples of the newest version lack, and whose first version nobody tells. */
export const notAlways: ReadonlySet<string> = new Set([
  'Topic.images',
  'Topic.isBeingDeleted',
  'Topic.nonLocalizedName',
]);

/** Whether a property of an answer may be `null`. */
export function isNullable(
  typeName: string,
  property: string,
  kind: string,
  named: string | undefined,
): boolean {
  const key = `${typeName}.${property}`;
  if (captured.has(key)) return true;
  if (kind === 'list' || kind === 'map' || kind === 'unknown') return false;
  if (kind === 'integer' || kind === 'number') return property.endsWith('Token');
  // The text of a body, unlike that of a piece of it, is null when the body is empty.
  if (alwaysThere.has(property) && !typeName.endsWith('Body')) return false;
  if (named !== undefined && parts.has(named)) return false;
  const proven = [neverEmpty[typeName], neverEmpty[moreOf[typeName] ?? '']];
  return !proven.some((list) => list?.split(' ').includes(property));
}
