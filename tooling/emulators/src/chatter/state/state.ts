import type { Clock } from '../../frame/index.js';
import { type Ids, keyPrefix } from '../ids.js';
import type { ClientApp, FeedRecord, Org, Post, Subscription, Topic, User } from './model.js';

/** Everything that the org knows. */
export interface ChatterState {
  readonly org: Org;
  readonly app: ClientApp;
  readonly users: ReadonlyMap<string, User>;
  readonly records: ReadonlyMap<string, FeedRecord>;
  readonly posts: ReadonlyMap<string, Post>;
  readonly subscriptions: readonly Subscription[];
  addUser(user: User): void;
  addRecord(record: FeedRecord): void;
  follow(followerId: string, subjectId: string): Subscription;
  addPost(post: NewPost): Post;
  removePost(id: string): void;
  /** The topic of this name, which comes to be when it is first used. */
  topicNamed(name: string): Topic;
  topic(id: string): Topic | undefined;
}

/** A post without what the org adds to it. A time is only given to posts of the past. */
export type NewPost = Omit<Post, 'id' | 'createdAt' | 'modifiedAt'> & { readonly createdAt?: number };

export function createState(org: Org, app: ClientApp, ids: Ids, clock: Clock): ChatterState {
  const users = new Map<string, User>();
  const records = new Map<string, FeedRecord>();
  const posts = new Map<string, Post>();
  const subscriptions: Subscription[] = [];
  const topicsByName = new Map<string, Topic>();
  const topicsById = new Map<string, Topic>();

  return {
    org,
    app,
    users,
    records,
    posts,
    subscriptions,
    addUser(user) {
      users.set(user.id, user);
    },
    addRecord(record) {
      records.set(record.id, record);
    },
    follow(followerId, subjectId) {
      const known = subscriptions.find(
        (subscription) => subscription.followerId === followerId && subscription.subjectId === subjectId,
      );
      if (known !== undefined) return known;
      const subscription = { id: ids.next(keyPrefix.subscription), followerId, subjectId };
      subscriptions.push(subscription);
      return subscription;
    },
    addPost(added) {
      const createdAt = wholeSecond(added.createdAt ?? clock.now());
      const post = { ...added, id: ids.next(keyPrefix.feedElement), createdAt, modifiedAt: createdAt };
      posts.set(post.id, post);
      return post;
    },
    removePost(id) {
      posts.delete(id);
    },
    topicNamed(name) {
      const key = name.toLowerCase();
      const known = topicsByName.get(key);
      if (known !== undefined) return known;
      const topic = { id: ids.next(keyPrefix.topic), name, createdAt: wholeSecond(clock.now()) };
      topicsByName.set(key, topic);
      topicsById.set(topic.id, topic);
      return topic;
    },
    topic: (id) => topicsById.get(id),
  };
}

/** The service keeps no fractions of a second. */
export function wholeSecond(time: number): number {
  return Math.floor(time / 1_000) * 1_000;
}
