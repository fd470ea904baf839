import { keyPrefix } from '../ids.js';
import { type RenderContext, resourceUrl } from './context.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';

/** Where the things that others refer to are, by the beginning of their ids. */
const folders: Readonly<Record<string, string>> = {
  [keyPrefix.comment]: '/chatter/comments',
  [keyPrefix.community]: '/connect/communities',
  [keyPrefix.feedElement]: '/chatter/feed-elements',
  [keyPrefix.file]: '/connect/files',
  [keyPrefix.group]: '/chatter/groups',
  [keyPrefix.groupMembership]: '/chatter/group-memberships',
  [keyPrefix.like]: '/chatter/likes',
  [keyPrefix.subscription]: '/chatter/subscriptions',
  [keyPrefix.topic]: '/connect/topics',
  [keyPrefix.user]: '/chatter/users',
};

/** The URL of a thing; whatever is nothing of Chatter is a record. */
export function urlOfId(id: string, context: RenderContext): string {
  return resourceUrl(context, `${folders[id.slice(0, 3)] ?? '/chatter/records'}/${id}`);
}

/** Reference: the id of a thing, and where it is. */
export function renderReference(id: string, context: RenderContext): JsonObject {
  return render('Reference', { id, url: urlOfId(id, context) }, context);
}
