import type { VoteKind } from '../state/post.js';
import type { RenderContext } from './context.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';

/** Up Down Vote Capability. */
export function renderVotes(votes: ReadonlyMap<string, VoteKind>, context: RenderContext): JsonObject {
  const count = (kind: VoteKind): number => [...votes.values()].filter((vote) => vote === kind).length;
  return render(
    'UpDownVoteCapability',
    {
      downVoteCount: count('Down'),
      myVote: votes.get(context.viewer.id) ?? 'None',
      upVoteCount: count('Up'),
    },
    context,
  );
}
