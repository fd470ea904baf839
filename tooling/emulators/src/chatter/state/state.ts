import type { Clock } from '../../frame/index.js';
import type { Ids } from '../ids.js';
import type { ActionLinkGroup } from './action-link.js';
import type { Announcement } from './announcement.js';
import type { Asset } from './asset.js';
import type { Comment } from './comment.js';
import type { Community } from './community.js';
import type { Conversation, Message } from './conversation.js';
import type { EmailFrequency } from './email-frequency.js';
import type { Endorsement, TopicOptOut } from './expertise.js';
import type { ExtensionDefinition } from './extension-definition.js';
import type { Favorite } from './favorite.js';
import type { StoredFile } from './file.js';
import type { Folder } from './folder.js';
import type { Group, Membership } from './group.js';
import type { GroupRecord } from './group-record.js';
import type { Like } from './like.js';
import type { LinkMetadata } from './link-metadata.js';
import type { ManagedTopic } from './managed-topic.js';
import type { MembershipRequest } from './membership-request.js';
import type { Maintenance } from './maintenance.js';
import type { ClientApp, FeedRecord, Org, User } from './model.js';
import type { Notification, NotificationType } from './notification.js';
import type { NotificationAppSetting, NotificationSetting } from './notification-setting.js';
import type { Picture } from './picture.js';
import type { Post } from './post.js';
import type {
  RecommendationAudience,
  RecommendationDefinition,
  ScheduledRecommendation,
} from './recommendation.js';
import type { Reminder } from './reminder.js';
import type { Stream } from './stream.js';
import type { Subscription } from './subscription.js';
import type { Topic } from './topic.js';

/**
 * Everything that the org knows, by id and in the order in which it came. What can be done with each kind of thing is beside
 * its interface, in the file of its name.
 */
export interface ChatterState {
  readonly org: Org;
  readonly app: ClientApp;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly actionLinkGroups: Map<string, ActionLinkGroup>;
  readonly announcements: Map<string, Announcement>;
  readonly assets: Map<string, Asset>;
  /** By the user or group whose they are. */
  readonly banners: Map<string, Picture>;
  readonly comments: Map<string, Comment>;
  readonly communities: Map<string, Community>;
  readonly conversations: Map<string, Conversation>;
  /** How often the groups that a user will join write to the user, by user. */
  readonly emailFrequencies: Map<string, EmailFrequency>;
  readonly endorsements: Map<string, Endorsement>;
  readonly extensionDefinitions: Map<string, ExtensionDefinition>;
  readonly favorites: Map<string, Favorite>;
  readonly files: Map<string, StoredFile>;
  readonly folders: Map<string, Folder>;
  readonly groupRecords: Map<string, GroupRecord>;
  readonly groups: Map<string, Group>;
  readonly likes: Map<string, Like>;
  /** What is known of web pages, by their addresses. */
  readonly linkMetadata: Map<string, LinkMetadata>;
  readonly managedTopics: Map<string, ManagedTopic>;
  readonly membershipRequests: Map<string, MembershipRequest>;
  /** What is planned, in the order in which it was. */
  readonly maintenances: Maintenance[];
  readonly memberships: Map<string, Membership>;
  readonly messages: Map<string, Message>;
  /** How often a user is told of something, by the ids of both: `{entityId} {userId}`. */
  readonly notificationFrequencies: Map<string, EmailFrequency>;
  /** Whether applications get notifications of a type, by `{type} {applicationId}`. */
  readonly notificationAppSettings: Map<string, NotificationAppSetting>;
  /** By type; what is not there is as it was in the beginning. */
  readonly notificationSettings: Map<NotificationType, NotificationSetting>;
  readonly notifications: Map<string, Notification>;
  /** By the user or group whose they are. */
  readonly photos: Map<string, Picture>;
  /** Ids of posts by the id of the record, group, user or topic on whose feed they are pinned. */
  readonly pins: Map<string, Set<string>>;
  readonly posts: Map<string, Post>;
  readonly recommendationAudiences: Map<string, RecommendationAudience>;
  readonly recommendationDefinitions: Map<string, RecommendationDefinition>;
  readonly records: Map<string, FeedRecord>;
  /** By the id of the task or event. */
  readonly reminders: Map<string, Reminder>;
  readonly scheduledRecommendations: Map<string, ScheduledRecommendation>;
  /** Ids of the posts that users took back as their status, by user. */
  readonly statusesCleared: Map<string, string>;
  /** Ids of topics by the record that they are assigned to. Posts and files have theirs in themselves. */
  readonly recordTopics: Map<string, Set<string>>;
  readonly streams: Map<string, Stream>;
  readonly subscriptions: Map<string, Subscription>;
  readonly topicOptOuts: Map<string, TopicOptOut>;
  readonly topics: Map<string, Topic>;
  readonly users: Map<string, User>;
}

export function createState(org: Org, app: ClientApp, ids: Ids, clock: Clock): ChatterState {
  return {
    org,
    app,
    ids,
    clock,
    actionLinkGroups: new Map(),
    announcements: new Map(),
    assets: new Map(),
    banners: new Map(),
    comments: new Map(),
    communities: new Map(),
    conversations: new Map(),
    emailFrequencies: new Map(),
    endorsements: new Map(),
    extensionDefinitions: new Map(),
    favorites: new Map(),
    files: new Map(),
    folders: new Map(),
    groupRecords: new Map(),
    groups: new Map(),
    likes: new Map(),
    linkMetadata: new Map(),
    managedTopics: new Map(),
    membershipRequests: new Map(),
    maintenances: [],
    memberships: new Map(),
    messages: new Map(),
    notificationFrequencies: new Map(),
    notificationAppSettings: new Map(),
    notificationSettings: new Map(),
    notifications: new Map(),
    photos: new Map(),
    pins: new Map(),
    posts: new Map(),
    recommendationAudiences: new Map(),
    recommendationDefinitions: new Map(),
    records: new Map(),
    reminders: new Map(),
    scheduledRecommendations: new Map(),
    statusesCleared: new Map(),
    recordTopics: new Map(),
    streams: new Map(),
    subscriptions: new Map(),
    topicOptOuts: new Map(),
    topics: new Map(),
    users: new Map(),
  };
}

/** The service keeps no fractions of a second. */
export function wholeSecond(time: number): number {
  return Math.floor(time / 1_000) * 1_000;
}
