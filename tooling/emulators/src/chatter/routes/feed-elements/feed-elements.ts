import { noAccess } from '../../errors.js';
import { readFeedElement } from '../../input/read-post.js';
import { uploadPart } from '../../input/store-upload.js';
import { renderCapabilities } from '../../render/capabilities.js';
import { renderFeedElementPage } from '../../render/feed-element-page.js';
import { renderFeedItem } from '../../render/feed-item.js';
import { visiblePosts } from '../../state/feeds.js';
import { canDeletePost } from '../../state/permissions.js';
import { addPost, removePost } from '../../state/post.js';
import type { Answer, Call, Handlers } from '../call.js';
import { carriedBy } from '../carried.js';
import { cutFeedPage } from '../feeds/feed-page.js';
import { postOf } from '../found.js';

/** From 36.0 on a file is uploaded first and then posted by its id. */
const lastWithUpload = 35;

export const feedElementHandlers: Handlers = {
  'GET /chatter/feed-elements': searchPosts,
  'POST /chatter/feed-elements': createPost,
  'GET /chatter/feed-elements/{feedElementId}': readPost,
  'DELETE /chatter/feed-elements/{feedElementId}': deletePost,
  'GET /chatter/feed-elements/{feedElementId}/capabilities': (call) => ({
    status: 200,
    body: renderCapabilities(postOf(call), call.context, carriedBy(call)),
  }),
};

/** Everything that contains a search string, which is where the URL of a hashtag leads. */
function searchPosts(call: Call): Answer {
  const posts = visiblePosts(call.state, call.user.id);
  const page = cutFeedPage({ posts, path: '/chatter/feed-elements', hasUpdates: false }, call);
  return { status: 200, body: renderFeedElementPage(page, call.context) };
}

async function createPost(call: Call): Promise<Answer> {
  const input = await (call.version > lastWithUpload ? call.input() : call.input(uploadPart));
  const wanted = readFeedElement(input, call);
  const post = addPost(call.state, { ...wanted, actorId: call.user.id, client: call.grant.client });
  return { status: 201, body: renderFeedItem(post, call.context) };
}

function readPost(call: Call): Answer {
  return { status: 200, body: renderFeedItem(postOf(call), call.context, carriedBy(call)) };
}

export function deletePost(call: Call): Answer {
  const post = postOf(call);
  if (!canDeletePost(call.state, post, call.user.id)) throw noAccess();
  removePost(call.state, post.id);
  return { status: 204 };
}
