import type { Post } from '../state/post.js';
import type { RenderContext } from './context.js';
import type { Json } from './json.js';
import { renderMotif } from './motif.js';
import { render } from './render.js';
import { renderMySubscription } from './subscription.js';

/** Record Snapshot Capability: a record as it was when it was made. Null on posts of another kind. */
export function renderRecordSnapshot(post: Post, context: RenderContext): Json {
  const record = context.state.records.get(post.recordSnapshot?.recordId ?? '');
  if (record === undefined || post.recordSnapshot === null) return null;
  const section = render(
    'RecordViewSection',
    {
      columnCount: 1,
      columnOrder: 'TopDown',
      fields: post.recordSnapshot.fields.map((field) => ({ ...field })),
    },
    context,
  );
  const recordView = render(
    'RecordView',
    {
      id: record.id,
      motif: renderMotif(record.id, context),
      mySubscription: renderMySubscription(record.id, context),
      name: record.name,
      sections: [section],
      type: record.type,
    },
    context,
  );
  return render('RecordSnapshotCapability', { recordView }, context);
}
