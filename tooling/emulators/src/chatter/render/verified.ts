import type { Comment } from '../state/comment.js';
import { isoDate, type RenderContext } from './context.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';
import { renderUserSummary } from './user-summary.js';

/** Verified Capability: that somebody who knows has found a comment true. */
export function renderVerified(comment: Comment, context: RenderContext): JsonObject {
  const { verified } = comment;
  const isNamed = verified !== null && !verified.anonymously;
  const user = isNamed ? context.state.users.get(verified.by) : undefined;
  return render(
    'VerifiedCapability',
    {
      isVerifiableByMe: true,
      isVerified: verified !== null,
      isVerifiedByAnonymized: verified?.anonymously ?? false,
      lastVerifiedByUser: user === undefined ? null : renderUserSummary(user, context),
      lastVerifiedDate: verified === null ? null : isoDate(verified.at),
    },
    context,
  );
}
