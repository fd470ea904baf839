import { renderFeedItem } from '../../render/feed-item.js';
import { renderLegacyFeedItem } from '../../render/legacy/feed-item.js';
import type { Answer, Call, Handlers } from '../call.js';
import { createComment, listComments } from '../comments/comments.js';
import { deletePost } from '../feed-elements/feed-elements.js';
import { addLike, listLikes } from '../feed-elements/likes.js';
import { postOf } from '../found.js';
import { assignTopic, removeTopic } from '../topics/record-topics.js';
import { isLegacy } from './is-legacy.js';

const base = '/chatter/feed-items/{feedItemId}';

/** A feed item, and what was a resource of its own before there were capabilities. */
export const singleFeedItemHandlers: Handlers = {
  [`GET ${base}`]: (call) => readItem(asElement(call)),
  [`DELETE ${base}`]: (call) => deletePost(asElement(call)),
  [`GET ${base}/comments`]: (call) => listComments(asElement(call)),
  [`POST ${base}/comments`]: (call) => createComment(asElement(call)),
  [`GET ${base}/likes`]: (call) => listLikes(postOf(asElement(call)).id, call),
  [`POST ${base}/likes`]: (call) => addLike(postOf(asElement(call)).id, call),
  [`POST ${base}/topics`]: (call) => assignTopic(postOf(asElement(call)).id, call),
  [`DELETE ${base}/topics`]: (call) => removeTopic(postOf(asElement(call)).id, call),
};

/** The same thing under its new name. */
function asElement(call: Call): Call {
  return { ...call, id: (name) => call.id(name === 'feedElementId' ? 'feedItemId' : name) };
}

function readItem(call: Call): Answer {
  const describe = isLegacy(call) ? renderLegacyFeedItem : renderFeedItem;
  return { status: 200, body: describe(postOf(call), call.context) };
}
