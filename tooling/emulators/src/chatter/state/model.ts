/** The things that an org holds. Times are milliseconds since 1970, in whole seconds as the service keeps them. */

export interface Org {
  readonly id: string;
  readonly name: string;
}

/** A registered application, by whose name posts are marked. */
export interface ClientApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly url: string;
}

export interface User {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly username: string;
  readonly password: string;
  readonly email: string;
  readonly nickname: string;
  readonly title: string | null;
  readonly companyName: string;
  readonly country: string;
  readonly aboutMe: string | null;
  readonly mobile: string | null;
  readonly isActive: boolean;
}

/** A business record that has a feed, such as an account. */
export interface FeedRecord {
  readonly id: string;
  readonly type: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly name: string;
}

export interface Subscription {
  readonly id: string;
  readonly followerId: string;
  readonly subjectId: string;
}

export interface Topic {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
}

export type Visibility = 'AllUsers' | 'InternalUsers';

export type Segment =
  | { readonly type: 'Text'; readonly text: string }
  | { readonly type: 'Link'; readonly url: string }
  | { readonly type: 'Hashtag'; readonly tag: string; readonly topicId: string }
  | { readonly type: 'Mention'; readonly userId: string }
  | { readonly type: 'EntityLink'; readonly entityId: string }
  | {
      readonly type: 'MarkupBegin';
      readonly markupType: string;
      readonly url: string | null;
      readonly altText: string | null;
    }
  | { readonly type: 'MarkupEnd'; readonly markupType: string };

export interface Post {
  readonly id: string;
  readonly actorId: string;
  /** The user or record on whose feed it was posted. */
  readonly parentId: string;
  readonly segments: readonly Segment[];
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly visibility: Visibility;
  readonly client: ClientApp;
}

export function nameOf(user: User): string {
  return `${user.firstName} ${user.lastName}`;
}
