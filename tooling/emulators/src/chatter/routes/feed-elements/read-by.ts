import type { Fields } from '../../input/fields.js';
import { render } from '../../render/render.js';
import { readersOf, renderReader } from '../../render/read-by.js';
import type { Post } from '../../state/post.js';
import { wholeSecond } from '../../state/state.js';
import type { Answer, Call, Handlers } from '../call.js';
import { forEachId } from '../batch-results.js';
import { postNamed, postOf } from '../found.js';
import { readId } from '../../input/ids.js';
import { keyPrefix } from '../../ids.js';
import { numberedPage } from '../numbered-page.js';
import { capabilityOf } from './capability.js';

export const readByHandlers: Handlers = {
  'GET /chatter/feed-elements/{feedElementId}/capabilities/read-by/items': listReaders,
  'PATCH /chatter/feed-elements/batch/{feedElementIds}/capabilities/read-by': markMany,
};

/** Notes that the caller has read a post, now or at `lastReadDateByMe`, or has not. */
export function markRead(post: Post, fields: Fields, call: Call): void {
  const isRead = fields.needBoolean('isReadByMe');
  const at = Date.parse(fields.text('lastReadDateByMe') ?? '');
  if (!isRead) post.readBy.delete(call.user.id);
  else post.readBy.set(call.user.id, wholeSecond(Number.isNaN(at) ? call.context.now : at));
}

function listReaders(call: Call): Answer {
  const post = postOf(call);
  const path = `/chatter/feed-elements/${post.id}/capabilities/read-by/items`;
  const readers = readersOf(post, call.user.id);
  const { items, links } = numberedPage({ items: readers, path }, call);
  const values = {
    ...links,
    items: items.map((reader) => renderReader(reader, call.context)),
    total: readers.length,
  };
  return { status: 200, body: render('ReadByCollection', values, call.context) };
}

async function markMany(call: Call): Promise<Answer> {
  const { fields } = await call.input();
  return forEachId(call, 'feedElementIds', (id) => {
    const post = postNamed(call, readId(id, keyPrefix.feedElement));
    markRead(post, fields, call);
    return capabilityOf(post, 'read-by', call);
  });
}
