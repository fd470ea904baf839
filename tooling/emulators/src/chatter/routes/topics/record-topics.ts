import { illegalValue, limitExceeded, missingArgument, notFound } from '../../errors.js';
import { checkTopicName } from '../../input/read-capabilities.js';
import { keyPrefix } from '../../ids.js';
import { canReadGroup } from '../../state/group.js';
import { touchPost } from '../../state/post.js';
import { type Topic, topicNamed } from '../../state/topic.js';
import { topicsOn } from '../../state/topic-use.js';
import type { Answer, Call, Handlers } from '../call.js';
import { resourceUrl } from '../../render/context.js';
import { renderTopic } from '../../render/topic.js';
import { fileNamed } from '../../input/file-named.js';
import { found, postNamed } from '../found.js';
import { topicWithId } from './found-topic.js';
import { renderTopicCollection } from './topics.js';

const mostOfPost = 10;
const mostOfRecord = 100;

/** The topics of a post, a file or a record. */
export const recordTopicHandlers: Handlers = {
  'GET /connect/records/{recordId}/topics': (call) => {
    const recordId = subjectOf(call);
    return { status: 200, body: renderTopicsOn(recordId, call) };
  },
  'POST /connect/records/{recordId}/topics': (call) => assignTopic(subjectOf(call), call),
  'PUT /connect/records/{recordId}/topics': replaceTopics,
  'DELETE /connect/records/{recordId}/topics': (call) => removeTopic(subjectOf(call), call),
};

/** The id of something that can have topics, and that the caller may see. */
export function checkSubject(call: Call, id: string): string {
  const { state, user } = call;
  if (id.startsWith(keyPrefix.feedElement)) return postNamed(call, id).id;
  if (id.startsWith(keyPrefix.file)) return fileNamed(id, call).id;
  const group = state.groups.get(id);
  if (group !== undefined) found(canReadGroup(state, group, user.id) || undefined);
  else found(state.records.get(id) ?? state.users.get(id));
  return id;
}

function subjectOf(call: Call): string {
  return checkSubject(call, call.id('recordId'));
}

/** Assigns a topic that there is, or one by name, which then comes to be. A topic that is there already stays. */
export async function assignTopic(recordId: string, call: Call): Promise<Answer> {
  const { fields } = await call.input();
  const topicId = fields.text('topicId');
  if (topicId === undefined && !fields.hasValue('topicName')) throw missingArgument('topicId or topicName');
  if (topicId !== undefined && fields.hasValue('topicName'))
    throw illegalValue('topicName', fields.needText('topicName'));
  const name = topicId === undefined ? checkTopicName(fields.needText('topicName')) : undefined;
  const known = topicId === undefined ? undefined : topicWithId(call, topicId);
  const topics = topicsOn(call.state, recordId);
  if (known === undefined || !topics.has(known.id)) checkCount(recordId, topics.size + 1);
  const topic = known ?? topicNamed(call.state, name ?? '');
  topics.add(topic.id);
  noteChange(recordId, call);
  return { status: 201, body: renderTopic(topic, call.context) };
}

/** Takes a topic off something that has it. The topic itself stays. */
export function removeTopic(recordId: string, call: Call): Answer {
  const given = call.query.get('topicId');
  if (given === null) throw missingArgument('topicId');
  const topic = topicWithId(call, given);
  if (!topicsOn(call.state, recordId).delete(topic.id)) throw notFound();
  noteChange(recordId, call);
  return { status: 204 };
}

/** Gives it these topics and no others. */
async function replaceTopics(call: Call): Promise<Answer> {
  const recordId = subjectOf(call);
  const { fields } = await call.input();
  if (!fields.has('topicNames')) throw missingArgument('topicNames');
  const names = fields.texts('topicNames').map(checkTopicName);
  checkCount(recordId, new Set(names.map((name) => name.toLowerCase())).size);
  const topics = topicsOn(call.state, recordId);
  topics.clear();
  for (const name of names) topics.add(topicNamed(call.state, name).id);
  noteChange(recordId, call);
  return { status: 200, body: renderTopicsOn(recordId, call) };
}

function checkCount(recordId: string, count: number): void {
  const most = recordId.startsWith(keyPrefix.feedElement) ? mostOfPost : mostOfRecord;
  if (count > most)
    throw limitExceeded(`This can have at most ${most} topics. Remove one before you add another.`);
}

function renderTopicsOn(recordId: string, call: Call): ReturnType<typeof renderTopicCollection> {
  const topics = [...topicsOn(call.state, recordId)].flatMap((id): Topic[] => {
    const topic = call.state.topics.get(id);
    return topic === undefined ? [] : [topic];
  });
  const currentPageUrl = resourceUrl(call.context, `/connect/records/${recordId}/topics`);
  return renderTopicCollection(topics, { currentPageUrl }, call);
}

function noteChange(recordId: string, { state }: Call): void {
  const post = state.posts.get(recordId);
  if (post !== undefined) touchPost(state, post);
}
