import type { Poll } from '../state/post.js';
import type { RenderContext } from './context.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';

/** Poll Capability. The guide calls the number of votes a string; it is a number. */
export function renderPoll(poll: Poll, context: RenderContext): JsonObject {
  const total = poll.votes.size;
  const votesFor = (choiceId: string): number =>
    [...poll.votes.values()].filter((id) => id === choiceId).length;
  const choices = poll.choices.map(({ id, text }, index) => {
    const voteCount = votesFor(id);
    const voteCountRatio = total === 0 ? 0 : voteCount / total;
    return render('FeedPollChoice', { id, position: index + 1, text, voteCount, voteCountRatio }, context);
  });
  const myChoiceId = poll.votes.get(context.viewer.id) ?? null;
  return render('PollCapability', { choices, myChoiceId, totalVoteCount: total }, context);
}
