import type { GroupRecord } from '../state/group-record.js';
import { type RenderContext, resourceUrl } from './context.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';
import { renderSubject } from './subject.js';

/** Group Record: a business record in a group. */
export function renderGroupRecord({ id, recordId }: GroupRecord, context: RenderContext): JsonObject {
  const url = resourceUrl(context, `/chatter/group-records/${id}`);
  return render('GroupRecord', { id, record: renderSubject(recordId, context), url }, context);
}
