import type { Resource } from '../tables.js';
import { batchHandlers } from './batch/batch.js';
import type { Handlers } from './call.js';
import { commentCapabilityHandlers } from './comments/comment-capabilities.js';
import { commentHandlers } from './comments/comments.js';
import { elementBatchHandlers } from './feed-elements/batch.js';
import { capabilityHandlers } from './feed-elements/capability.js';
import { changeCapabilityHandlers } from './feed-elements/change-capability.js';
import { directMessageHandlers } from './feed-elements/direct-message.js';
import { editHandlers } from './feed-elements/edit.js';
import { likeHandlers } from './feed-elements/likes.js';
import { moderationHandlers } from './feed-elements/moderation.js';
import { readByHandlers } from './feed-elements/read-by.js';
import { relatedPostHandlers } from './feed-elements/related-posts.js';
import { elementTopicHandlers } from './feed-elements/topics.js';
import { voteHandlers } from './feed-elements/votes.js';
import { feedDirectoryHandlers, pendingReviewResources } from './feeds/directory.js';
import { favoriteHandlers } from './feeds/favorites.js';
import { pinnedHandlers } from './feeds/pinned.js';
import { resourceRootHandlers, rootResource } from './directories/resource-roots.js';
import { feedElementHandlers } from './feed-elements/feed-elements.js';
import { feedHandlers } from './feeds/feeds.js';
import { feedItemHandlers, profilePostResource } from './legacy/feed-items.js';
import { userHandlers } from './users/users.js';

/** Resources that the tables of Chatter do not have. */
export const undocumentedResources: readonly Resource[] = [
  rootResource,
  profilePostResource,
  ...pendingReviewResources,
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
  ...resourceRootHandlers,
  ...batchHandlers,
  ...capabilityHandlers,
  ...changeCapabilityHandlers,
  ...commentCapabilityHandlers,
  ...commentHandlers,
  ...directMessageHandlers,
  ...editHandlers,
  ...elementBatchHandlers,
  ...elementTopicHandlers,
  ...favoriteHandlers,
  ...feedDirectoryHandlers,
  ...feedElementHandlers,
  ...feedHandlers,
  ...feedItemHandlers,
  ...likeHandlers,
  ...moderationHandlers,
  ...pinnedHandlers,
  ...readByHandlers,
  ...relatedPostHandlers,
  ...voteHandlers,
  ...userHandlers,
};
