import { keyPrefix } from '../ids.js';
import type { ClientApp } from './model.js';
import { notify } from './notification.js';
import { type Segment, toldBy, topicsTaggedIn } from './segment.js';
import { type ChatterState, wholeSecond } from './state.js';

export type Visibility = 'AllUsers' | 'InternalUsers';
export type FeedEntityStatus = 'Published' | 'PendingReview' | 'Isolated' | 'Draft';
export type VoteKind = 'Up' | 'Down';

/** A choice of a poll, and who took it. */
export interface PollChoice {
  readonly id: string;
  readonly text: string;
}

export interface Poll {
  readonly choices: readonly PollChoice[];
  /** Choice by user. */
  readonly votes: Map<string, string>;
}

export interface Question {
  title: string;
  bestAnswerId: string | null;
  bestAnswerSelectedBy: string | null;
}

/** Who joined and left a direct message. */
export interface MembershipChange {
  readonly at: number;
  readonly actorId: string;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export interface DirectMessage {
  subject: string | null;
  readonly members: Set<string>;
  readonly originalMembers: readonly string[];
  readonly changes: MembershipChange[];
}

export interface ModerationFlag {
  readonly id: string;
  readonly userId: string;
  readonly type: 'FlagAsInappropriate' | 'FlagAsSpam';
  readonly note: string | null;
  readonly visibility: string;
  readonly createdAt: number;
}

/** When and by whom the text was changed last. */
export interface Edit {
  readonly by: string;
  readonly at: number;
}

/** The properties of a business record when the record was made, by label. */
export interface RecordSnapshot {
  readonly recordId: string;
  readonly fields: readonly { readonly label: string; readonly text: string; readonly type: string }[];
}

/** What an application hangs on a post. */
export interface Extension {
  readonly extensionId: string;
  readonly payload: string | null;
  readonly payloadVersion: string | null;
}

/** A feed element: a post, or something that an event put into a feed. */
export interface Post {
  readonly id: string;
  readonly actorId: string;
  /** The user, group, record or direct message on whose feed it is. */
  parentId: string;
  segments: readonly Segment[];
  readonly createdAt: number;
  modifiedAt: number;
  readonly visibility: Visibility;
  /** Null for what no application made. */
  readonly client: ClientApp | null;
  status: FeedEntityStatus;
  revision: number;
  lastEdit: Edit | null;
  isClosed: boolean;
  readonly topicIds: Set<string>;
  fileIds: readonly string[];
  readonly link: { readonly url: string; readonly urlName: string | null } | null;
  readonly poll: Poll | null;
  readonly question: Question | null;
  readonly sharedId: string | null;
  readonly directMessage: DirectMessage | null;
  readonly recordSnapshot: RecordSnapshot | null;
  readonly actionLinkGroupIds: readonly string[];
  readonly extensions: readonly Extension[];
  isAnnouncement: boolean;
  readonly bookmarkedBy: Set<string>;
  readonly mutedBy: Set<string>;
  /** When each user read it last. */
  readonly readBy: Map<string, number>;
  readonly votes: Map<string, VoteKind>;
  /** By user. */
  readonly flags: Map<string, ModerationFlag>;
}

/** What a post must say; the rest is as in a plain post of text. A time is only given to posts of the past. */
export type NewPost = Pick<Post, 'actorId' | 'parentId' | 'segments' | 'visibility' | 'client'> &
  Partial<Omit<Post, 'id' | 'modifiedAt'>>;

/** Puts a post into the org. Hashtags assign their topics, and whoever writes a post has read it. */
export function addPost(state: ChatterState, added: NewPost): Post {
  const createdAt = wholeSecond(added.createdAt ?? state.clock.now());
  const post: Post = {
    status: 'Published',
    revision: 1,
    lastEdit: null,
    isClosed: false,
    fileIds: [],
    link: null,
    poll: null,
    question: null,
    sharedId: null,
    directMessage: null,
    recordSnapshot: null,
    actionLinkGroupIds: [],
    extensions: [],
    isAnnouncement: false,
    bookmarkedBy: new Set(),
    mutedBy: new Set(),
    readBy: new Map([[added.actorId, createdAt]]),
    votes: new Map(),
    flags: new Map(),
    ...added,
    topicIds: new Set([...(added.topicIds ?? []), ...topicsTaggedIn(added.segments)]),
    id: state.ids.next(keyPrefix.feedElement),
    createdAt,
    modifiedAt: createdAt,
  };
  state.posts.set(post.id, post);
  notifyOfPost(state, post);
  return post;
}

/** Tells those who are mentioned, and whose profile it is on. A draft is nobody's business. */
function notifyOfPost(state: ChatterState, post: Post): void {
  if (post.status !== 'Published') return;
  const { id: targetId, actorId, createdAt: at } = post;
  const isOnProfile = state.users.has(post.parentId);
  if (isOnProfile) notify(state, post.parentId, { type: 'ProfilePost', actorId, targetId, at });
  for (const userId of toldBy(post.segments)) {
    if (isOnProfile && userId === post.parentId) continue;
    notify(state, userId, { type: 'Mention', actorId, targetId, at });
  }
}

/** Notes that a post changed now, which brings it to the front of feeds ordered by modification, and to those who poll. */
export function touchPost(state: ChatterState, post: Post): void {
  post.modifiedAt = wholeSecond(state.clock.now());
}

/** Takes a post out of the org with all that hangs on it. */
export function removePost(state: ChatterState, id: string): void {
  state.posts.delete(id);
  for (const comment of state.comments.values()) {
    if (comment.postId !== id) continue;
    state.comments.delete(comment.id);
    removeLikesOf(state, comment.id);
  }
  removeLikesOf(state, id);
  for (const pinned of state.pins.values()) pinned.delete(id);
}

function removeLikesOf(state: ChatterState, likedId: string): void {
  for (const like of state.likes.values()) if (like.likedId === likedId) state.likes.delete(like.id);
}

/** Whether a user has read a post since it changed last. */
export function wasReadBy(post: Post, userId: string): boolean {
  const at = post.readBy.get(userId);
  return at !== undefined && at >= post.modifiedAt;
}
