import { noAccess } from '../../errors.js';
import { renderSubscription } from '../../render/subscription-detail.js';
import type { Subscription } from '../../state/subscription.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found } from '../found.js';

export const subscriptionHandlers: Handlers = {
  'GET /chatter/subscriptions/{subscriptionId}': (call) => ({
    status: 200,
    body: renderSubscription(subscriptionNamed(call), call.context),
  }),
  'DELETE /chatter/subscriptions/{subscriptionId}': unfollow,
};

function unfollow(call: Call): Answer {
  const { id, followerId } = subscriptionNamed(call);
  if (followerId !== call.user.id) throw noAccess();
  call.state.subscriptions.delete(id);
  return { status: 204 };
}

function subscriptionNamed(call: Call): Subscription {
  return found(call.state.subscriptions.get(call.id('subscriptionId')));
}
