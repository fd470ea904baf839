import type { Fields } from '@x/http-core';
import type { Feed, FeedElement, FeedElementInput, FeedElementPage, FeedQuery, StatusInput } from './feed.js';
import type { ById, Deeper, Delete, Get, Post } from './node.js';
import type { UserDetail, UserPage } from './user.js';

/** `users/{id}`. @see https://developer.salesforce.com/docs/atlas.en-us.chatterapi.meta/chatterapi/connect_resources_users.htm */
export interface UserNode extends Get<UserDetail>, Deeper {}

/** `users`: all users of the org, or those that a search finds. */
export interface UsersNode extends Get<UserPage, UsersQuery> {
  /** The user that the token belongs to. */
  readonly me: UserNode;
}

/** What can be said about listing users. */
export interface UsersQuery extends Fields {
  /** Search words: at least two characters. */
  readonly q?: string;
  /** From 0. */
  readonly page?: number;
  /** 1 to 250. Default 25. */
  readonly pageSize?: number;
}

/** One feed: of the news of a user, of a profile, of a record. */
export interface FeedNode extends Get<Feed>, Deeper {
  readonly feed_elements: Get<FeedElementPage, FeedQuery> & Deeper;
  /** Posts a status. Works on every version of the API, though the path itself ended with 31.0. */
  readonly feed_items: Post<FeedElement, StatusInput> & Deeper;
}

/** A kind of feed that belongs to a user. */
export type UserFeedsNode = { readonly me: FeedNode } & ById<FeedNode>;

/** `feeds`. */
export interface FeedsNode extends Deeper {
  /** What the user, whom they follow, and their groups have posted. */
  readonly news: UserFeedsNode;
  /** What a user made, got, and was mentioned in. */
  readonly user_profile: UserFeedsNode;
  /** What was posted on a record, a group or a user. */
  readonly record: ById<FeedNode>;
}

/** `feed-elements/{id}`. */
export interface FeedElementNode extends Get<FeedElement>, Delete, Deeper {}

/** `feed-elements`: posting, and searching what is visible. */
export type FeedElementsNode = Get<FeedElementPage, FeedQuery> &
  Post<FeedElement, FeedElementInput> &
  ById<FeedElementNode>;

/** The paths below `/chatter`. A path that is not among them is reached by `_()`. */
export interface Chatter extends Deeper {
  readonly users: UsersNode & ById<UserNode>;
  readonly feeds: FeedsNode;
  readonly feed_elements: FeedElementsNode;
}
