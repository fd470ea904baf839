import { nameOf } from '../state/model.js';
import { type RenderContext, resourceUrl } from './context.js';
import type { Json } from './json.js';
import { renderMotif } from './motif.js';

/** Entity Link segment: the name of a user or a record that leads there. */
export function renderEntityLink(entityId: string, context: RenderContext): Json {
  const { version, state } = context;
  const user = state.users.get(entityId);
  const path = user === undefined ? `/chatter/records/${entityId}` : `/chatter/users/${entityId}`;
  return {
    motif: renderMotif(version, user === undefined ? 'accounts' : 'profile'),
    reference: { id: entityId, url: resourceUrl(context, path) },
    text: user === undefined ? (state.records.get(entityId)?.name ?? '') : nameOf(user),
    type: 'EntityLink',
  };
}
