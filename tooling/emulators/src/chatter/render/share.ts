import { canSeePost } from '../state/visibility.js';
import { attachedValues } from './attached.js';
import type { RenderContext } from './context.js';
import type { JsonObject } from './json.js';
import { postValues } from './post-values.js';
import { render } from './render.js';

/** Feed Entity Share Capability: the post that is shared, or that it is not available (any more, or to this user). */
export function renderShare(sharedId: string, context: RenderContext): JsonObject {
  const shared = context.state.posts.get(sharedId);
  const values =
    shared !== undefined && canSeePost(context.state, shared, context.viewer.id)
      ? {
          ...postValues(shared, context),
          capabilities: render('FeedElementCapabilities', attachedValues(shared, context), context),
          isEntityAvailable: true,
        }
      : { id: sharedId, isEntityAvailable: false };
  const feedEntity = render('FeedItemSummary', values, context);
  return render('FeedEntityShareCapability', { feedEntity }, context);
}
