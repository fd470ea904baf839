import { type RenderContext, resourceUrl } from './context.js';
import type { Json } from './json.js';

/** A reference to the viewer's subscription to something, or null when it is not followed. */
export function renderMySubscription(subjectId: string, context: RenderContext): Json {
  const subscription = context.state.subscriptions.find(
    (candidate) => candidate.followerId === context.viewer.id && candidate.subjectId === subjectId,
  );
  if (subscription === undefined) return null;
  return {
    id: subscription.id,
    url: resourceUrl(context, `/chatter/subscriptions/${subscription.id}`),
  };
}
