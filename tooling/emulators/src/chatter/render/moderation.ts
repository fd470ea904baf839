import type { ModerationFlag } from '../state/post.js';
import { isoDate, type RenderContext, resourceUrl } from './context.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';

/** Moderation Flags: how many found something unfit, and why. `path` is where the flags are. */
export function renderModerationFlags(
  flags: ReadonlyMap<string, ModerationFlag>,
  path: string,
  context: RenderContext,
): JsonObject {
  const all = [...flags.values()];
  const count = (type: ModerationFlag['type']): number => all.filter((flag) => flag.type === type).length;
  const collection = render(
    'ModerationFlagsCollection',
    {
      currentPageUrl: resourceUrl(context, path),
      flags: all.map((flag) =>
        render(
          'ModerationFlagItem',
          {
            createdBy: flag.userId,
            createdDate: isoDate(flag.createdAt),
            id: flag.id,
            moderationType: flag.type,
            note: flag.note,
            visibility: flag.visibility,
          },
          context,
        ),
      ),
      pageSize: all.length,
    },
    context,
  );
  return render(
    'ModerationFlags',
    {
      flagCount: all.length,
      flagCountByReason: {
        FlagAsInappropriate: count('FlagAsInappropriate'),
        FlagAsSpam: count('FlagAsSpam'),
      },
      flaggedByMe: flags.has(context.viewer.id),
      flags: collection,
    },
    context,
  );
}
