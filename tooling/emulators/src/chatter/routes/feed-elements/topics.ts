import { missingArgument } from '../../errors.js';
import { readId } from '../../input/ids.js';
import { checkTopicName } from '../../input/read-capabilities.js';
import { keyPrefix } from '../../ids.js';
import { renderTopic } from '../../render/topic.js';
import { touchPost } from '../../state/post.js';
import { topicNamed } from '../../state/topic.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found, postOf } from '../found.js';

const base = '/chatter/feed-elements/{feedElementId}/capabilities/topics';

export const elementTopicHandlers: Handlers = {
  [`POST ${base}`]: assignTopic,
  [`DELETE ${base}`]: removeTopic,
};

/** Assigns a topic by its id, or by a name, which makes the topic if need be. */
async function assignTopic(call: Call): Promise<Answer> {
  const post = postOf(call);
  const { fields } = await call.input();
  const id = fields.text('topicId');
  const name = fields.text('topicName');
  if (id === undefined && name === undefined) throw missingArgument('topicName');
  const topic =
    id === undefined
      ? topicNamed(call.state, checkTopicName(name ?? ''))
      : found(call.state.topics.get(readId(id, keyPrefix.topic)));
  post.topicIds.add(topic.id);
  touchPost(call.state, post);
  return { status: 201, body: renderTopic(topic, call.context) };
}

function removeTopic(call: Call): Answer {
  const post = postOf(call);
  const id = readId(call.query.get('topicId') ?? '', keyPrefix.topic);
  found(post.topicIds.delete(id) ? id : undefined);
  return { status: 204 };
}
