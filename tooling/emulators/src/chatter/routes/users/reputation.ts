import { type RenderContext, resourceUrl } from '../../render/context.js';
import type { JsonObject } from '../../render/json.js';
import { render } from '../../render/render.js';
import { reputationLevel, reputationPoints } from '../../state/reputation.js';
import type { Handlers } from '../call.js';
import { userOf } from '../found.js';

export const reputationHandlers: Handlers = {
  'GET /chatter/users/{userId}/reputation': (call) => ({
    status: 200,
    body: renderReputation(userOf(call).id, call.context),
  }),
};

/** Reputation: what a user is worth in a site. */
function renderReputation(userId: string, context: RenderContext): JsonObject {
  const points = reputationPoints(context.state, userId);
  const { number, name } = reputationLevel(points);
  const level = { levelImageUrl: `/img/reputation/level${number}.png`, levelName: name, levelNumber: number };
  return render(
    'Reputation',
    {
      reputationLevel: render('ReputationLevel', level, context),
      reputationPoints: points,
      url: resourceUrl(context, `/chatter/users/${userId}/reputation`),
    },
    context,
  );
}
