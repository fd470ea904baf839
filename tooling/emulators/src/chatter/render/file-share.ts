import type { FileShare, ShareLink, StoredFile } from '../state/file.js';
import { isoDate, type RenderContext } from './context.js';
import type { Json, JsonObject } from './json.js';
import { render } from './render.js';
import { renderUserSummary } from './user-summary.js';

/** With whom a file is shared, first of all its owner. */
export function renderFileShares(
  shares: readonly (FileShare | 'owner')[],
  file: StoredFile,
  context: RenderContext,
): Json[] {
  return shares.flatMap((share) => {
    const [userId, sharingType] = share === 'owner' ? [file.ownerId, 'I'] : [share.userId, share.type];
    const user = context.state.users.get(userId);
    if (user === undefined) return [];
    const values = { entity: renderUserSummary(user, context), entityType: 'User', sharingType };
    return [render('FileShares', values, context)];
  });
}

/** File Share Link. Null for a file without one. */
export function renderShareLink(link: ShareLink | null, context: RenderContext): Json {
  return link === null ? null : renderLink(link, context);
}

function renderLink(link: ShareLink, context: RenderContext): JsonObject {
  return render(
    'FileShareLink',
    {
      expirationDate: link.expiresAt === null ? null : isoDate(link.expiresAt),
      fileViewUrl: shareUrl(link, context),
      isPasswordRequired: link.password !== null,
      password: link.password,
      sharingType: 'V',
    },
    context,
  );
}

/** The page at which whoever has the address sees what is shared. */
export function shareUrl(
  link: ShareLink,
  { origin, state }: Pick<RenderContext, 'origin' | 'state'>,
): string {
  return `${origin}/sfc/p/${state.org.id.slice(3, 15)}/a/${link.token}`;
}
