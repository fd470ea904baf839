import { invalidBatch } from '../../errors.js';
import { Fields } from '../../input/fields.js';
import { readId } from '../../input/ids.js';
import { readFeedElement } from '../../input/read-post.js';
import { keyPrefix } from '../../ids.js';
import { renderComment } from '../../render/comment.js';
import { renderFeedItem } from '../../render/feed-item.js';
import { addPost } from '../../state/post.js';
import { attempt, forEachId, renderBatchResults } from '../batch-results.js';
import type { Answer, Call, Handlers } from '../call.js';
import { commentNamed, postNamed } from '../found.js';

const mostPosts = 500;
const mostComments = 100;

export const elementBatchHandlers: Handlers = {
  'GET /chatter/feed-elements/batch/{feedElementIds}': (call) =>
    forEachId(call, 'feedElementIds', (id) =>
      renderFeedItem(postNamed(call, readId(id, keyPrefix.feedElement)), call.context),
    ),
  'POST /chatter/feed-elements/batch': createPosts,
  'GET /chatter/comments/batch/{commentIds}': (call) => {
    if (call.part('commentIds').split(',').length > mostComments) {
      throw invalidBatch(`A batch can have at most ${mostComments} comments.`);
    }
    return forEachId(call, 'commentIds', (id) =>
      renderComment(commentNamed(call, readId(id, keyPrefix.comment)), call.context),
    );
  },
};

/** Many posts in one request, each for itself. */
async function createPosts(call: Call): Promise<Answer> {
  const inputs = (await call.input()).fields.objects('inputs');
  if (inputs.length === 0 || inputs.length > mostPosts) {
    throw invalidBatch(`A batch must have 1 to ${mostPosts} inputs.`);
  }
  const results = inputs.map((item) =>
    attempt(() => {
      const fields = Fields.of(item.raw('richInput'), 'richInput');
      const input = { fields, isJson: true, parameters: new URLSearchParams(), binaries: new Map() };
      const wanted = readFeedElement(input, call);
      const post = addPost(call.state, { ...wanted, actorId: call.user.id, client: call.grant.client });
      return renderFeedItem(post, call.context);
    }, 201),
  );
  return { status: 200, body: renderBatchResults(results, call) };
}
