import { resourceUrl } from '../../render/context.js';
import { render } from '../../render/render.js';
import { renderTopic } from '../../render/topic.js';
import { topicsInGroup } from '../../state/group-content.js';
import type { Answer, Call, Handlers } from '../call.js';
import { openGroupOf } from './group-of.js';

const mostTopics = 5;

export const groupTopicHandlers: Handlers = {
  'GET /chatter/groups/{groupId}/topics': listTopics,
};

/** What was talked about in a group last. */
function listTopics(call: Call): Answer {
  const { state, context } = call;
  const { id } = openGroupOf(call);
  const topics = topicsInGroup(state, id).slice(0, mostTopics);
  const values = {
    currentPageUrl: resourceUrl(context, `/chatter/groups/${id}/topics`),
    topics: topics.map((topic) => renderTopic(topic, context)),
  };
  return { status: 200, body: render('TopicCollection', values, context) };
}
