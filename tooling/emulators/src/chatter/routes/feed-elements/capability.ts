import { notFound } from '../../errors.js';
import { renderCapabilities } from '../../render/capabilities.js';
import type { Json } from '../../render/json.js';
import type { Post } from '../../state/post.js';
import type { Handlers } from '../call.js';
import type { Call } from '../call.js';
import { carriedBy, readCommentSort } from '../carried.js';
import { postOf } from '../found.js';

const base = '/chatter/feed-elements/{feedElementId}/capabilities';

/** Where each capability is, by its last part; its name in a body is the same without hyphens. */
const paths = [
  'approval',
  'associated-actions',
  'banner',
  'bookmarks',
  'bundle',
  'call-collaboration',
  'canvas',
  'case-comment',
  'chatter-likes',
  'close',
  'comments',
  'content',
  'dashboard-component-snapshot',
  'direct-message',
  'email-message',
  'enhanced-link',
  'extensions',
  'feed-entity-share',
  'files',
  'interactions',
  'link',
  'media-references',
  'moderation',
  'mute',
  'origin',
  'poll',
  'question-and-answers',
  'read-by',
  'recommendations',
  'record-snapshot',
  'social-post',
  'status',
  'topics',
  'tracked-changes',
  'up-down-vote',
] as const;

/** A capability of a post by the last part of its path. One that the post does not have is not found. */
export function capabilityOf(post: Post, path: string, call: Call): Json {
  const name = path.replaceAll(/-([a-z])/g, (_hyphen, letter: string) => letter.toUpperCase());
  const sort = readCommentSort(call.query.get('sort'));
  const capability = renderCapabilities(post, call.context, { ...carriedBy(call), sort })[name];
  if (capability === undefined) throw notFound();
  return capability;
}

/** Each capability of a post, for itself. */
export const capabilityHandlers: Handlers = Object.fromEntries(
  paths.map((path): [string, Handlers[string]] => [
    `GET ${base}/${path}`,
    (call) => ({ status: 200, body: capabilityOf(postOf(call), path, call) }),
  ]),
);
