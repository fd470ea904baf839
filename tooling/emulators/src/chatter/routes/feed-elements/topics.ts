import type { Handlers } from '../call.js';
import { postOf } from '../found.js';
import { assignTopic, removeTopic } from '../topics/record-topics.js';

const base = '/chatter/feed-elements/{feedElementId}/capabilities/topics';

/** The topics of a post, which are those of any record. */
export const elementTopicHandlers: Handlers = {
  [`POST ${base}`]: (call) => assignTopic(postOf(call).id, call),
  [`DELETE ${base}`]: (call) => removeTopic(postOf(call).id, call),
};
