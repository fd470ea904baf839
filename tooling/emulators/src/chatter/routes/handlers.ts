import type { Resource } from '../tables.js';
import type { Handlers } from './call.js';
import { resourceRootHandlers, rootResource } from './directories/resource-roots.js';
import { feedElementHandlers } from './feed-elements/feed-elements.js';
import { feedHandlers } from './feeds/feeds.js';
import { feedItemHandlers, profilePostResource } from './legacy/feed-items.js';
import { userHandlers } from './users/users.js';

/** Resources that the tables of Chatter do not have. */
export const undocumentedResources: readonly Resource[] = [rootResource, profilePostResource];

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
  ...feedElementHandlers,
  ...feedHandlers,
  ...feedItemHandlers,
  ...userHandlers,
};
