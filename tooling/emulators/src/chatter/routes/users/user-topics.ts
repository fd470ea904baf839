import { resourceUrl } from '../../render/context.js';
import { render } from '../../render/render.js';
import { renderTopics } from '../../render/topic.js';
import { visiblePosts } from '../../state/feeds.js';
import type { Answer, Call, Handlers } from '../call.js';
import { userOf } from '../found.js';

const mostTopics = 5;

export const userTopicHandlers: Handlers = {
  'GET /chatter/users/{userId}/topics': listTopicsOfUser,
};

/** What a user talks about most, in posts that the caller may see. */
function listTopicsOfUser(call: Call): Answer {
  const { state, context } = call;
  const { id } = userOf(call);
  const counts = new Map<string, number>();
  for (const post of visiblePosts(state, call.user.id)) {
    if (post.actorId !== id) continue;
    for (const topicId of post.topicIds) counts.set(topicId, (counts.get(topicId) ?? 0) + 1);
  }
  const topicIds = [...counts]
    .toSorted(([, left], [, right]) => right - left)
    .slice(0, mostTopics)
    .map(([topicId]) => topicId);
  const values = {
    currentPageUrl: resourceUrl(context, `/chatter/users/${id}/topics`),
    topics: renderTopics(topicIds, context),
  };
  return { status: 200, body: render('TopicCollection', values, context) };
}
