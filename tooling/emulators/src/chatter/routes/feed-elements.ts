import { missingArgument, noAccess } from '../errors.js';
import { readInput } from '../input/read-input.js';
import { readFeedElement } from '../input/read-post.js';
import { renderFeedElementPage } from '../render/feed-element-page.js';
import { renderFeedItem } from '../render/feed-item.js';
import { cutFeedPage } from './feed-page.js';
import type { Answer, Call, Route } from './router.js';
import { postOf } from './subjects.js';

export const feedElementRoutes: readonly Route[] = [
  { method: 'GET', path: '/chatter/feed-elements', since: 31, needsChatter: true, run: searchPosts },
  { method: 'POST', path: '/chatter/feed-elements', since: 31, needsChatter: true, run: createPost },
  {
    method: 'GET',
    path: '/chatter/feed-elements/:feedElementId',
    since: 31,
    needsChatter: true,
    run: (call) => ({ status: 200, body: renderFeedItem(postOf(call), call.context) }),
  },
  {
    method: 'DELETE',
    path: '/chatter/feed-elements/:feedElementId',
    since: 31,
    needsChatter: true,
    run: deletePost,
  },
];

/** Everything that contains a search string, which is where the URL of a hashtag leads. */
async function searchPosts(call: Call): Promise<Answer> {
  const { query } = await readInput(call.request);
  if (query.get('q') === null) throw missingArgument('q');
  const source = { posts: [...call.state.posts.values()], path: '/chatter/feed-elements', hasUpdates: false };
  return { status: 200, body: renderFeedElementPage(cutFeedPage(source, query, call), call.context) };
}

async function createPost(call: Call): Promise<Answer> {
  const wanted = readFeedElement(await readInput(call.request), call.user.id, call.state);
  const post = call.state.addPost({ ...wanted, actorId: call.user.id, client: call.grant.client });
  return { status: 201, body: renderFeedItem(post, call.context) };
}

/** A post is deleted by who wrote it, or by whom it was written to. */
function deletePost(call: Call): Answer {
  const post = postOf(call);
  if (post.actorId !== call.user.id && post.parentId !== call.user.id) throw noAccess();
  call.state.removePost(post.id);
  return { status: 204 };
}
