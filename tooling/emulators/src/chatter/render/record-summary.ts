import type { FeedRecord } from '../state/model.js';
import { type RenderContext, resourceUrl } from './context.js';
import type { JsonObject } from './json.js';
import { renderMotif } from './motif.js';
import { render } from './render.js';
import { renderMySubscription } from './subscription.js';

/** Record Summary: a business record wherever another thing mentions one. */
export function renderRecordSummary(record: FeedRecord, context: RenderContext): JsonObject {
  const { label, labelPlural } = record;
  return render(
    'RecordSummary',
    {
      entityLabel: render('EntityLabel', { label, labelPlural }, context),
      id: record.id,
      motif: renderMotif(record.id, context),
      mySubscription: renderMySubscription(record.id, context),
      name: record.name,
      type: record.type,
      url: resourceUrl(context, `/chatter/records/${record.id}`),
    },
    context,
  );
}
