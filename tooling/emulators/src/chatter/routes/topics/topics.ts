import { illegalValue, tooLong, tooMany } from '../../errors.js';
import { wholeNumber } from '../../input/parameters.js';
import { readSearch } from '../../input/read-search.js';
import { resourceUrl } from '../../render/context.js';
import type { JsonObject } from '../../render/json.js';
import { render } from '../../render/render.js';
import { renderTopic } from '../../render/topic.js';
import { addTopic, renameTopic, type Topic } from '../../state/topic.js';
import { byPopularity, mergeTopics, removeTopic } from '../../state/topic-use.js';
import type { Answer, Call, Handlers } from '../call.js';
import { linksOf, numberedPage } from '../numbered-page.js';
import { freeName, topicOf, topicWithId } from './found-topic.js';

const longestDescription = 1_000;
const mostToMerge = 5;
const mostTrending = 100;

export const topicHandlers: Handlers = {
  'GET /connect/topics': listTopics,
  'POST /connect/topics': async (call) => {
    const { fields } = await call.input();
    const name = freeName(call, fields.needText('name'));
    const topic = addTopic(call.state, name, readDescription(fields.text('description')) ?? null);
    return { status: 201, body: renderTopic(topic, call.context) };
  },
  'GET /connect/topics/trending': (call) => {
    const count = wholeNumber(call.query, 'maxResults', { from: 1, to: mostTrending, usual: 5 });
    const topics = byPopularity(call.state, call.state.topics.values()).slice(0, count);
    const url = resourceUrl(call.context, `/connect/topics/trending?maxResults=${count}`);
    return { status: 200, body: renderTopicCollection(topics, { currentPageUrl: url }, call) };
  },
  'GET /connect/topics/{topicId}': (call) => ({
    status: 200,
    body: renderTopic(topicOf(call), call.context),
  }),
  'PATCH /connect/topics/{topicId}': changeTopic,
  'DELETE /connect/topics/{topicId}': (call) => {
    removeTopic(call.state, topicOf(call).id);
    return { status: 204 };
  },
};

/** Topic Collection. */
export function renderTopicCollection(
  topics: readonly Topic[],
  links: JsonObject,
  { context }: Call,
): JsonObject {
  const values = { ...links, topics: topics.map((topic) => renderTopic(topic, context)) };
  return render('TopicCollection', values, context);
}

/** The most talked about first, or by name. With `exactMatch` only the topic of this very name. */
function listTopics(call: Call): Answer {
  const topics = [...call.state.topics.values()].filter(matcherOf(call));
  const isAlphabetical = call.query.get('sort')?.toLowerCase() === 'alphaasc';
  const items = isAlphabetical
    ? topics.toSorted((left, right) => left.name.localeCompare(right.name))
    : byPopularity(call.state, topics);
  const page = numberedPage({ items, path: '/connect/topics' }, call);
  const links = linksOf('TopicCollection', page.links);
  return { status: 200, body: renderTopicCollection(page.items, links, call) };
}

function matcherOf(call: Call): (topic: Topic) => boolean {
  const q = call.query.get('q');
  const pattern = readSearch(q);
  if (!isOn(call, 'exactMatch')) return (topic) => pattern?.test(topic.name) !== false;
  if (q === null) throw illegalValue('exactMatch', 'true');
  const isIt = (name: string): boolean => name.toLowerCase() === q.toLowerCase();
  const hasNow = [...call.state.topics.values()].some((topic) => isIt(topic.name));
  const fallsBack = isOn(call, 'fallBackToRenamedTopics') && !hasNow;
  return (topic) => isIt(topic.name) || (fallsBack && topic.formerNames.some(isIt));
}

function isOn(call: Call, name: string): boolean {
  return call.query.get(name)?.toLowerCase() === 'true';
}

/** A new name, a new description, or other topics that become part of this one. */
async function changeTopic(call: Call): Promise<Answer> {
  const topic = topicOf(call);
  const { fields } = await call.input();
  const given = fields.text('name');
  const name = given === undefined ? undefined : freeName(call, given, topic);
  const description = readDescription(fields.text('description'));
  const ids = fields.texts('idsToMerge');
  if (ids.length > mostToMerge) throw tooMany('idsToMerge', mostToMerge);
  const others = ids.map((id) => topicWithId(call, id)).filter((other) => other !== topic);
  if (name !== undefined) renameTopic(topic, name);
  if (description !== undefined) topic.description = description;
  mergeTopics(call.state, topic, others);
  return { status: 200, body: renderTopic(topic, call.context) };
}

function readDescription(description: string | undefined): string | undefined {
  if (description === undefined || description.length <= longestDescription) return description;
  throw tooLong('description', longestDescription);
}
