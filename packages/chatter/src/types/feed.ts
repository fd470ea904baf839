import type { Fields } from '@x/http-core';
import type { MessageBody, MessageBodyInput } from './message.js';
import type { Open } from './open.js';
import type { UserSummary } from './user.js';

/** What a feed element can be and do; a capability that it lacks is absent. */
export interface FeedElementCapabilities {
  readonly bookmarks?: { readonly isBookmarkedByCurrentUser: boolean };
  readonly chatterLikes?: { readonly isLikedByCurrentUser: boolean; readonly page: CapabilityPage };
  readonly comments?: { readonly page: CapabilityPage };
  readonly [name: string]: unknown;
}

/** The first items of a capability, and where the others are. */
export interface CapabilityPage {
  readonly currentPageUrl: string;
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly nextPageUrl: string | null;
  readonly total: number;
  readonly [name: string]: unknown;
}

/** A post, or what happened to a record. */
export interface FeedElement {
  /** A user as a rule, and else a record. */
  readonly actor: UserSummary;
  readonly body: MessageBody;
  readonly capabilities: FeedElementCapabilities;
  /** ISO 8601, UTC, with milliseconds. */
  readonly createdDate: string;
  readonly event: boolean;
  readonly feedElementType: Open<'FeedItem' | 'Bundle' | 'Recommendation'>;
  /** The sentence above the post. */
  readonly header: MessageBody;
  readonly id: string;
  readonly isDeleteRestricted: boolean;
  readonly isSharable: boolean;
  readonly modifiedDate: string;
  /** What it was posted on: a user, a group or a record. */
  readonly parent: {
    readonly id: string;
    readonly type: string;
    readonly url: string;
    readonly [name: string]: unknown;
  };
  readonly photoUrl: string | null;
  /** In the user's language and time zone. */
  readonly relativeCreatedDate: string;
  readonly type: Open<
    | 'TextPost'
    | 'ContentPost'
    | 'LinkPost'
    | 'PollPost'
    | 'QuestionPost'
    | 'TrackedChange'
    | 'CreateRecordEvent'
  >;
  readonly url: string;
  readonly visibility: Open<'AllUsers' | 'InternalUsers'>;
  readonly [name: string]: unknown;
}

/** A feed and where its elements are. */
export interface Feed {
  readonly feedElementPostUrl: string;
  readonly feedElementsUrl: string;
  readonly isModifiedUrl?: string | null;
  readonly [name: string]: unknown;
}

/** A page of a feed. */
export interface FeedElementPage {
  readonly currentPageToken?: string | null;
  readonly currentPageUrl: string;
  readonly elements: readonly FeedElement[];
  readonly isModifiedToken: string | null;
  readonly isModifiedUrl: string | null;
  readonly nextPageToken?: string | null;
  readonly nextPageUrl: string | null;
  /** Names the state of the feed at this moment. */
  readonly updatesToken: string | null;
  /** Gets what has changed since then. */
  readonly updatesUrl: string | null;
}

/** What can be said about reading a feed. */
export interface FeedQuery extends Fields {
  /** 1 to 100. Default 25. */
  readonly pageSize?: number;
  readonly page?: string;
  readonly sort?: Open<'CreatedDateDesc' | 'LastModifiedDateDesc'>;
  /** Search words: at least two characters. */
  readonly q?: string;
  /** Comments that come with each element: 0 to 25. Default 3. */
  readonly recentCommentCount?: number;
  readonly density?: Open<'AllUpdates' | 'FewerUpdates'>;
  /** 0 to 10. Default 3. */
  readonly elementsPerBundle?: number;
  readonly updatedSince?: string;
}

/** A feed element to be posted. */
export interface FeedElementInput {
  readonly feedElementType: 'FeedItem';
  /** `'me'`, or the id of a user, a group or a record. */
  readonly subjectId: string;
  readonly body?: MessageBodyInput;
  readonly capabilities?: Readonly<Record<string, unknown>>;
  readonly visibility?: Open<'AllUsers' | 'InternalUsers'>;
}

/** A status, as the first versions of the API took it. */
export interface StatusInput {
  readonly text: string;
  readonly visibility?: Open<'AllUsers' | 'InternalUsers'>;
}
