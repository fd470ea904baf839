import { resourceUrl } from '../../render/context.js';
import { renderGroup } from '../../render/group.js';
import { renderFileSummary } from '../../render/file.js';
import { render } from '../../render/render.js';
import { canFindGroup } from '../../state/group.js';
import { postsAboutFor, relatedTopics } from '../../state/topic-use.js';
import type { Answer, Call, Handlers } from '../call.js';
import { visibleFiles } from '../files/user-files.js';
import { topicOf } from './found-topic.js';
import { renderTopicCollection } from './topics.js';

const mostNeighbours = 5;

/** What goes with a topic. */
export const topicNeighbourHandlers: Handlers = {
  'GET /connect/topics/{topicId}/files': listFiles,
  'GET /connect/topics/{topicId}/groups': listGroups,
  'GET /connect/topics/{topicId}/related-topics': (call) => {
    const { id } = topicOf(call);
    const topics = relatedTopics(call.state, id).slice(0, mostNeighbours);
    const currentPageUrl = resourceUrl(call.context, `/connect/topics/${id}/related-topics`);
    return { status: 200, body: renderTopicCollection(topics, { currentPageUrl }, call) };
  },
};

/** The files that have the topic, and those on posts that have it, the newest first. They have no pages. */
function listFiles(call: Call): Answer {
  const topic = topicOf(call);
  const posted = new Set(postsAboutFor(call.state, topic.id, call.user.id).flatMap((post) => post.fileIds));
  const files = visibleFiles(call)
    .filter((file) => file.topicIds.has(topic.id) || posted.has(file.id))
    .toSorted((left, right) => right.modifiedAt - left.modifiedAt)
    .slice(0, mostNeighbours)
    .map((file) => renderFileSummary(file, call.context));
  return { status: 200, body: render('FileSummaryPage', { files }, call.context) };
}

/** The groups in which the topic is talked about. */
function listGroups(call: Call): Answer {
  const posts = postsAboutFor(call.state, topicOf(call).id, call.user.id);
  const ids = new Set(posts.map((post) => post.parentId));
  const groups = [...call.state.groups.values()]
    .filter((group) => ids.has(group.id) && canFindGroup(call.state, group, call.user.id))
    .slice(0, mostNeighbours)
    .map((group) => renderGroup(group, call.context));
  return { status: 200, body: render('GroupPage', { groups }, call.context) };
}
