import type { Method } from '../model.js';

/** Where the sentence above a list of parameters does not name the method. */
export const methodsOfContexts: readonly (readonly [beginning: string, methods: readonly Method[]])[] = [
  ['There aren’t any request parameters for POST', ['GET']],
  ['The root XML tag is <feedItem>', ['PATCH']],
  ['If you don’t need to update your draft', ['POST']],
  ['Get information about the specified file', ['GET']],
  ['Update the title of a file', ['PATCH']],
  ['In versions 30.0 and later, the first share', ['GET']],
  ['All parameters are optional', ['GET']],
  ['A user’s Chatter settings', ['PATCH']],
  ['To see all your managed topic hierarchies', ['GET']],
  ['Starting in API version 64.0', ['POST']],
  ['Use DELETE to reset a notification app setting', ['DELETE']],
  ['**Parameters for', ['POST']],
];

/** A part of a page that describes several addresses: which lists of the page belong to it, by position. */
export interface Section {
  readonly paths: readonly string[];
  readonly methods?: readonly Method[];
  readonly since?: number;
  readonly parameters: readonly number[];
  readonly bodies: readonly number[];
}

function feedPage(
  feed: string,
  feedParameters: readonly number[] = [0],
  pageParameters: readonly number[] = [1],
): Section[] {
  return [
    { paths: [feed], parameters: feedParameters, bodies: [0] },
    { paths: [`${feed}/feed-elements`], since: 31, parameters: pageParameters, bodies: [1] },
  ];
}

/** The pages that describe several addresses. What another page describes as well is left to that page. */
export const sectionsOfPages: Readonly<Record<string, readonly Section[]>> = {
  'Activity Reminders Resources': [{ paths: ['/connect/reminders/activities'], parameters: [0], bodies: [] }],
  'Announcements Resources': [{ paths: ['/chatter/announcements'], parameters: [0, 1], bodies: [0, 1] }],
  'Bookmarks Feed Resources': feedPage('/chatter/feeds/bookmarks/{userId}'),
  'Company Feed Resources': feedPage('/chatter/feeds/company'),
  'Connect Resources': [
    { paths: ['/connect'], parameters: [], bodies: [0] },
    { paths: ['/connect/organization'], parameters: [], bodies: [1] },
  ],
  'Direct Messages Feed Resources': feedPage('/chatter/feeds/direct-messages'),
  'Draft Feed Resources': feedPage('/chatter/feeds/draft/{userId}'),
  'Experience Cloud Site Direct Message Moderation Feed Resources': feedPage(
    '/chatter/feeds/direct-message-moderation',
  ),
  'Experience Cloud Site Home Feed Resources': feedPage('/chatter/feeds/home'),
  'Experience Cloud Site Moderation Feed Resources': feedPage('/chatter/feeds/moderation'),
  'Experience Cloud Sites Chatter Moderation Resources': [
    { paths: ['/chatter/comments/{commentId}/moderation-flags'], parameters: [0, 1, 2, 3], bodies: [0] },
  ],
  'Experience Cloud Sites Moderation Resources': [
    { paths: ['/connect/files/moderation'], methods: ['GET', 'HEAD'], parameters: [4], bodies: [1] },
    { paths: ['/connect/files/{fileId}/moderation-flags'], parameters: [0, 1, 2, 3], bodies: [0] },
  ],
  'Favorites Feed Resources': [
    { paths: ['/chatter/feeds/favorites/{userId}'], parameters: [0, 1], bodies: [0, 1] },
    {
      paths: ['/chatter/feeds/favorites/{userId}/{favoriteId}'],
      methods: ['GET', 'HEAD', 'PATCH'],
      parameters: [2, 3, 4],
      bodies: [2],
    },
  ],
  'Files Feed Resources': feedPage('/chatter/feeds/files/{userId}'),
  'Filter Feed Resources': [
    { paths: ['/chatter/feeds/filter/{userId}'], parameters: [], bodies: [0] },
    { paths: ['/chatter/feeds/filter/{userId}/{keyPrefix}'], parameters: [0], bodies: [1] },
  ],
  'Group Memberships Resources': [
    { paths: ['/chatter/group-memberships/{membershipId}'], parameters: [0, 1], bodies: [0] },
    {
      paths: ['/chatter/group-memberships/batch/{membershipIds}'],
      methods: ['GET', 'HEAD'],
      parameters: [],
      bodies: [1],
    },
  ],
  'Groups Feed Resources': feedPage('/chatter/feeds/groups/{userId}'),
  'Isolated Feed Resources': feedPage('/chatter/feeds/isolated'),
  'Motifs Resources': [
    { paths: ['/connect/motifs/{idOrPrefix}'], parameters: [], bodies: [0] },
    { paths: ['/connect/motifs/batch/{idOrPrefixList}'], parameters: [], bodies: [1] },
  ],
  'Mute Feed Resources': feedPage('/chatter/feeds/mute/{userId}'),
  'News Feed Resources': [
    { paths: ['/chatter/feeds/news/{userId}'], parameters: [0], bodies: [0] },
    { paths: ['/chatter/feeds/news/{userId}/is-modified'], parameters: [1], bodies: [1] },
    { paths: ['/chatter/feeds/news/{userId}/feed-elements'], since: 31, parameters: [2], bodies: [2] },
  ],
  'Pending Review Feed Resources': feedPage('/chatter/feeds/pending-review'),
  'People Feed Resources': feedPage('/chatter/feeds/people/{userId}'),
  // Its one address is on the page of the news feed.
  'Pinned / is-modified note': [],
  'Record Feed Resource': feedPage('/chatter/feeds/record/{recordId}'),
  'Streams Feed Resources': feedPage('/chatter/feeds/streams/{streamId}'),
  // Printed a second time with `/connect` in front, which is the address below a community without its id.
  'Subscriptions Notifications Member Resource': [
    {
      paths: ['/chatter/subscriptions/notification/{entityId}/members/{userId}'],
      parameters: [0, 1],
      bodies: [0, 1],
    },
  ],
  'To Feed Resources': feedPage('/chatter/feeds/to/{userId}'),
  'Topics Feed Resources': feedPage('/chatter/feeds/topics/{topicId}'),
  'User Profile Feed Resources': feedPage('/chatter/feeds/user-profile/{userId}', [], [0]),
};

/** Bodies that the pages do not name, and that their examples and other pages show: `page METHOD`. */
export const answersOfPages: Readonly<Record<string, readonly string[]>> = {
  'Feed Elements Capability, Bundle GET': ['GenericBundleCapability', 'TrackedChangeBundleCapability'],
  'File Information, Batch GET': ['BatchResults'],
  'File Information, Batch DELETE': ['BatchResults'],
  'Get Unread Count for Conversations GET': ['ConversationUnreadCount'],
  'Mentions Validations GET': ['MentionValidations'],
  'Scheduled Custom Recommendation GET': ['ScheduledCustomRecommendation'],
  'Topics on Records Resource GET': ['TopicCollection'],
};

export const requestBodiesOfPages: Readonly<Record<string, readonly string[]>> = {
  'Feed Elements, Post and Search POST': ['FeedItemInput'],
  'Feed Elements Capability, Comments Items POST': ['CommentInput'],
};

/** Names in addresses that are spelt in several ways. */
export const namesInPaths: Readonly<Record<string, string>> = {
  userID: 'userId',
  groupID: 'groupId',
  group_list: 'groupIds',
  user_list: 'userIds',
  idPrefix: 'keyPrefix',
};

/** Values of parameters that the tables lack or cut short: `page.parameter`. */
export const parameterValues: Readonly<Record<string, readonly string[]>> = {
  'List of Topics.sort': ['popularDesc', 'alphaAsc'],
};

/** Types of parameters that examples prove to be others: `page.parameter`. */
export const parameterTypes: Readonly<Record<string, string>> = {
  'Group Invites.invitees': 'String[]|Invitees Input',
};

/** Parameters that are written as a range of names. */
export const rangesOfNames: Readonly<Record<string, readonly string[]>> = {
  'id(1–9)': numbered('id', 9),
  'sharingType(1–9)': numbered('sharingType', 9),
  'pollChoice1 through pollChoice10': numbered('pollChoice', 10),
};

function numbered(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${name}${index + 1}`);
}
