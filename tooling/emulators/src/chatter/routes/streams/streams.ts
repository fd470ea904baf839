import { missingArgument, noAccess } from '../../errors.js';
import { checkStreamSize, readStreamChanges } from '../../input/read-stream.js';
import { oneOf } from '../../input/parameters.js';
import { readSearch } from '../../input/read-search.js';
import { render } from '../../render/render.js';
import { renderStream } from '../../render/stream.js';
import { addStream, type Stream, streamsOf } from '../../state/stream.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found } from '../found.js';
import { linksOf, numberedPage } from '../numbered-page.js';

export const streamHandlers: Handlers = {
  'GET /chatter/streams': listStreams,
  'POST /chatter/streams': createStream,
  'GET /chatter/streams/{streamId}': readStream,
  'PATCH /chatter/streams/{streamId}': changeStream,
  'DELETE /chatter/streams/{streamId}': deleteStream,
};

const sorts = ['Ascending', 'Descending', 'MostRecentlyViewed'] as const;

const comparisons: Readonly<Record<(typeof sorts)[number], (left: Stream, right: Stream) => number>> = {
  Ascending: (left, right) => left.name.localeCompare(right.name),
  Descending: (left, right) => right.name.localeCompare(left.name),
  MostRecentlyViewed: (left, right) => right.lastViewedAt - left.lastViewedAt,
};

function answer(call: Call, stream: Stream): Answer {
  return { status: 200, body: renderStream(stream, call.context) };
}

/** The streams of the caller. Everybody has their own. */
function listStreams(call: Call): Answer {
  const { state, context, query, user } = call;
  const wanted = readSearch(query.get('q'));
  const sort = oneOf(query.get('sort') ?? 'Ascending', 'sort', sorts);
  const items = streamsOf(state, user.id)
    .filter((stream) => wanted?.test(stream.name) ?? true)
    .toSorted(comparisons[sort]);
  const page = numberedPage({ items, path: '/chatter/streams', largestSize: 250 }, call);
  const values = {
    ...linksOf('ChatterStreamCollection', page.links),
    items: page.items.map((stream) => renderStream(stream, context)),
    total: items.length,
  };
  return { status: 200, body: render('ChatterStreamCollection', values, context) };
}

async function createStream(call: Call): Promise<Answer> {
  const { name, description = null, toAdd } = readStreamChanges(await call.input(), call);
  if (name === undefined) throw missingArgument('name');
  const entityIds = new Set(toAdd);
  checkStreamSize(entityIds);
  const stream = addStream(call.state, { ownerId: call.user.id, name, description, entityIds });
  return { ...answer(call, stream), status: 201 };
}

function readStream(call: Call): Answer {
  const stream = streamOf(call);
  stream.lastViewedAt = call.context.now;
  return answer(call, stream);
}

async function changeStream(call: Call): Promise<Answer> {
  const stream = streamOf(call);
  const { name, description, toAdd, toRemove } = readStreamChanges(await call.input(), call);
  const entityIds = new Set([...stream.entityIds, ...toAdd]);
  for (const id of toRemove) entityIds.delete(id);
  checkStreamSize(entityIds);
  if (name !== undefined) stream.name = name;
  if (description !== undefined) stream.description = description;
  stream.entityIds = entityIds;
  return answer(call, stream);
}

function deleteStream(call: Call): Answer {
  call.state.streams.delete(streamOf(call).id);
  return { status: 204 };
}

/** The stream that a path names, which must be the caller's own. */
function streamOf(call: Call): Stream {
  const stream = found(call.state.streams.get(call.id('streamId')));
  if (stream.ownerId !== call.user.id) throw noAccess();
  return stream;
}
