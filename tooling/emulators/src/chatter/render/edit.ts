import type { Edit } from '../state/post.js';
import { isoDate, type RenderContext } from './context.js';
import type { JsonObject } from './json.js';
import { relativeDate } from './relative-date.js';
import { render } from './render.js';
import { renderUserDetail } from './user-detail.js';

/** Edit Capability: when a text was changed, and whether it may be. */
export function renderEdit(
  edited: { readonly lastEdit: Edit | null; readonly revision: number },
  isEditable: boolean,
  isEditableByMeUrl: string,
  context: RenderContext,
): JsonObject {
  const { lastEdit, revision } = edited;
  const editor = lastEdit === null ? undefined : context.state.users.get(lastEdit.by);
  return render(
    'EditCapability',
    {
      isEditRestricted: !isEditable,
      isEditableByMeUrl,
      lastEditedBy: editor === undefined ? null : renderUserDetail(editor, context),
      lastEditedDate: lastEdit === null ? null : isoDate(lastEdit.at),
      latestRevision: revision,
      relativeLastEditedDate: lastEdit === null ? null : relativeDate(lastEdit.at, context.now),
    },
    context,
  );
}
