import type { Resource } from '../tables.js';
import { announcementHandlers } from './announcements/announcements.js';
import type { Handlers } from './call.js';
import { batchHandlers } from './batch/batch.js';
import { commentCapabilityHandlers } from './comments/comment-capabilities.js';
import { commentHandlers } from './comments/comments.js';
import { conversationHandlers } from './conversations/conversations.js';
import { messageHandlers } from './conversations/messages.js';
import { digestHandlers } from './digests/digests.js';
import { directoryHandlers } from './directories/directories.js';
import { organizationHandlers } from './directories/organization.js';
import { actionLinkHandlers } from './action-links/action-links.js';
import { resourceRootHandlers, rootResource } from './directories/resource-roots.js';
import { elementBatchHandlers } from './feed-elements/batch.js';
import { capabilityHandlers } from './feed-elements/capability.js';
import { changeCapabilityHandlers } from './feed-elements/change-capability.js';
import { directMessageHandlers } from './feed-elements/direct-message.js';
import { editHandlers } from './feed-elements/edit.js';
import { feedElementHandlers } from './feed-elements/feed-elements.js';
import { likeHandlers } from './feed-elements/likes.js';
import { moderationHandlers } from './feed-elements/moderation.js';
import { readByHandlers } from './feed-elements/read-by.js';
import { relatedPostHandlers } from './feed-elements/related-posts.js';
import { elementTopicHandlers } from './feed-elements/topics.js';
import { voteHandlers } from './feed-elements/votes.js';
import { feedDirectoryHandlers, pendingReviewResources } from './feeds/directory.js';
import { favoriteHandlers } from './feeds/favorites.js';
import { feedHandlers } from './feeds/feeds.js';
import { pinnedHandlers } from './feeds/pinned.js';
import { groupRecordHandlers } from './groups/group-records.js';
import { groupTopicHandlers } from './groups/group-topics.js';
import { groupHandlers } from './groups/groups.js';
import { inviteHandlers, plainInviteResource } from './groups/invite.js';
import { memberHandlers } from './groups/members.js';
import { membershipRequestHandlers } from './groups/membership-requests.js';
import { membershipHandlers } from './groups/memberships.js';
import { mySettingsHandlers } from './groups/my-settings.js';
import { singleFeedItemHandlers } from './legacy/feed-item.js';
import { feedItemHandlers, profilePostResource } from './legacy/feed-items.js';
import { userStatusHandlers } from './legacy/user-status.js';
import { notificationAppSettingHandlers } from './notifications/notification-app-settings.js';
import { notificationSettingHandlers } from './notifications/notification-settings.js';
import { notificationHandlers } from './notifications/notifications.js';
import { recommendationAudienceHandlers } from './recommendations/audiences.js';
import { recommendationDefinitionHandlers } from './recommendations/definitions.js';
import { scheduledRecommendationHandlers } from './recommendations/scheduled.js';
import { reminderHandlers } from './reminders/reminders.js';
import { streamHandlers } from './streams/streams.js';
import { notificationFrequencyHandlers } from './subscriptions/notification-frequency.js';
import { subscriptionHandlers } from './subscriptions/subscriptions.js';
import { followingHandlers } from './users/following.js';
import { reputationHandlers } from './users/reputation.js';
import { userActivityHandlers } from './users/user-activities.js';
import { userGroupHandlers } from './users/user-groups.js';
import { userProfileHandlers } from './users/user-profiles.js';
import { userSettingsHandlers } from './users/user-settings.js';
import { userTopicHandlers } from './users/user-topics.js';
import { earlierFileResources } from './files/earlier-paths.js';
import { allFileHandlers } from './files/files.js';
import { mentionCompletionHandlers } from './mentions/completions.js';
import { mentionValidationHandlers } from './mentions/validations.js';
import { photoHandlers } from './photos/photos.js';
import { smallResourceHandlers } from './resources/small-resources.js';
import { allTopicHandlers } from './topics/all-topics.js';
import { userHandlers } from './users/users.js';

/** Resources that the tables of Chatter do not have. */
export const undocumentedResources: readonly Resource[] = [
  rootResource,
  profilePostResource,
  plainInviteResource,
  ...pendingReviewResources,
  ...earlierFileResources,
];

/**
 * Everything that this emulator answers, by method and path template.
 *
 * A family of resources is a folder beside this file, and in it a file for each resource that exports its `Handlers`, which
 * are added to this list. Which versions, methods, ids and parameters a resource has is in the tables, and has been checked
 * when its handler is called. A handler
 *
 * - finds things with `userOf`, `postOf`, `found(state.groups.get(call.id('groupId')))` of `found.ts`: what is unknown or
 *   hidden is 404;
 * - reads the body by `(await call.input()).fields`, which coerces numbers, booleans and the case of words;
 * - cuts lists with `numberedPage`, and feeds with `cutFeedPage`;
 * - refuses by throwing one of `errors.ts`;
 * - answers `{ status, body }` with a body from a function of `render/`, each of which is one `render('BodyType', values,
 *   context)`; many ids in one path are answered by `forEachId`.
 *
 * A documented resource without a handler answers 403 `FUNCTIONALITY_NOT_ENABLED`; `featuresOff` lists them.
 */
export const handlers: Handlers = {
  ...actionLinkHandlers,
  ...allFileHandlers,
  ...allTopicHandlers,
  ...announcementHandlers,
  ...batchHandlers,
  ...capabilityHandlers,
  ...changeCapabilityHandlers,
  ...commentCapabilityHandlers,
  ...commentHandlers,
  ...conversationHandlers,
  ...digestHandlers,
  ...directMessageHandlers,
  ...directoryHandlers,
  ...editHandlers,
  ...elementBatchHandlers,
  ...elementTopicHandlers,
  ...favoriteHandlers,
  ...feedDirectoryHandlers,
  ...feedElementHandlers,
  ...feedHandlers,
  ...feedItemHandlers,
  ...followingHandlers,
  ...groupHandlers,
  ...groupRecordHandlers,
  ...groupTopicHandlers,
  ...inviteHandlers,
  ...likeHandlers,
  ...memberHandlers,
  ...membershipHandlers,
  ...membershipRequestHandlers,
  ...mentionCompletionHandlers,
  ...mentionValidationHandlers,
  ...messageHandlers,
  ...moderationHandlers,
  ...mySettingsHandlers,
  ...notificationAppSettingHandlers,
  ...notificationFrequencyHandlers,
  ...notificationHandlers,
  ...notificationSettingHandlers,
  ...organizationHandlers,
  ...photoHandlers,
  ...pinnedHandlers,
  ...readByHandlers,
  ...recommendationAudienceHandlers,
  ...recommendationDefinitionHandlers,
  ...relatedPostHandlers,
  ...reminderHandlers,
  ...reputationHandlers,
  ...resourceRootHandlers,
  ...scheduledRecommendationHandlers,
  ...singleFeedItemHandlers,
  ...smallResourceHandlers,
  ...streamHandlers,
  ...subscriptionHandlers,
  ...userActivityHandlers,
  ...userGroupHandlers,
  ...userHandlers,
  ...userProfileHandlers,
  ...userSettingsHandlers,
  ...userStatusHandlers,
  ...userTopicHandlers,
  ...voteHandlers,
};
