import type { RenderContext } from './context.js';
import type { JsonObject } from './json.js';
import { renderMotif } from './motif.js';
import { renderReference } from './reference.js';
import { render } from './render.js';
import { nameOfSubject } from './subject.js';

/** Entity Link segment: the name of a user, group or record that leads there. */
export function renderEntityLink(entityId: string, context: RenderContext): JsonObject {
  return render(
    'MessageSegmentEntityLink',
    {
      motif: renderMotif(entityId, context),
      reference: renderReference(entityId, context),
      text: nameOfSubject(entityId, context.state),
      type: 'EntityLink',
    },
    context,
  );
}
