import { keyPrefix } from '../ids.js';
import type { Stream } from '../state/stream.js';
import { isoDate, type RenderContext, resourceUrl } from './context.js';
import type { Json, JsonObject } from './json.js';
import { renderMotif } from './motif.js';
import { urlOfId } from './reference.js';
import { render } from './render.js';
import { nameOfSubject } from './subject.js';

/** What the things of Chatter are called; a record has its own name for what it is. */
const typesByPrefix: Readonly<Record<string, string>> = {
  [keyPrefix.group]: 'CollaborationGroup',
  [keyPrefix.topic]: 'Topic',
  [keyPrefix.user]: 'User',
};

/** Chatter Stream: a feed that a user puts together, and from what. */
export function renderStream(stream: Stream, context: RenderContext): JsonObject {
  const { id, name, description, createdAt, entityIds } = stream;
  return render(
    'ChatterStream',
    {
      createdDate: isoDate(createdAt),
      description,
      id,
      name,
      subscriptions: [...entityIds].map((entityId) => renderFeedEnabledEntity(entityId, context)),
      url: resourceUrl(context, `/chatter/streams/${id}`),
    },
    context,
  );
}

/** Feed Enabled Entity Summary: a user, group, record or topic that has a feed. */
function renderFeedEnabledEntity(id: string, context: RenderContext): Json {
  const { topics, records } = context.state;
  return render(
    'FeedEnabledEntitySummary',
    {
      id,
      motif: renderMotif(id, context),
      name: topics.get(id)?.name ?? nameOfSubject(id, context.state),
      type: typesByPrefix[id.slice(0, 3)] ?? records.get(id)?.type ?? null,
      url: urlOfId(id, context),
    },
    context,
  );
}
