import type { FeedRecord } from '../state/model.js';
import { type RenderContext, resourceUrl } from './context.js';
import { bodyOf, type Json, since } from './json.js';
import { renderMotif } from './motif.js';
import { renderMySubscription } from './subscription.js';

/** Record Summary: a business record wherever another thing mentions one. */
export function renderRecordSummary(record: FeedRecord, context: RenderContext): Json {
  return bodyOf(context.version, {
    entityLabel: since(40, { label: record.label, labelPlural: record.labelPlural }),
    id: record.id,
    motif: renderMotif(context.version, 'accounts'),
    mySubscription: renderMySubscription(record.id, context),
    name: record.name,
    type: record.type,
    url: resourceUrl(context, `/chatter/records/${record.id}`),
  });
}
