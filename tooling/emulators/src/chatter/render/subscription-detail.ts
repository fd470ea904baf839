import type { Subscription } from '../state/subscription.js';
import { type RenderContext, resourceUrl } from './context.js';
import { renderFileSummary } from './file.js';
import type { Json, JsonObject } from './json.js';
import { render } from './render.js';
import { renderSubject } from './subject.js';
import { renderTopic } from './topic.js';
import { renderUserSummary } from './user-summary.js';

/** Subscription: who follows, and whom or what. */
export function renderSubscription(subscription: Subscription, context: RenderContext): JsonObject {
  const { id, subjectId, followerId } = subscription;
  const subscriber = context.state.users.get(followerId);
  return render(
    'Subscription',
    {
      id,
      subject: renderFollowed(subjectId, context),
      subscriber: subscriber === undefined ? null : renderUserSummary(subscriber, context),
      url: resourceUrl(context, `/chatter/subscriptions/${id}`),
    },
    context,
  );
}

function renderFollowed(id: string, context: RenderContext): Json {
  const topic = context.state.topics.get(id);
  if (topic !== undefined) return renderTopic(topic, context);
  const file = context.state.files.get(id);
  if (file !== undefined) return renderFileSummary(file, context);
  return renderSubject(id, context);
}
