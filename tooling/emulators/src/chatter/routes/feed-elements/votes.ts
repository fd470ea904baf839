import type { Fields } from '../../input/fields.js';
import { oneOf } from '../../input/parameters.js';
import { renderReference } from '../../render/reference.js';
import { render } from '../../render/render.js';
import { renderUserSummary } from '../../render/user-summary.js';
import type { VoteKind } from '../../state/post.js';
import type { Answer, Call, Handlers } from '../call.js';
import { commentOf, postOf } from '../found.js';
import { numberedPage } from '../numbered-page.js';

export const voteHandlers: Handlers = {
  'GET /chatter/feed-elements/{feedElementId}/capabilities/up-down-vote/items': (call) =>
    listVotes(postOf(call), '/chatter/feed-elements', call),
  'GET /chatter/comments/{commentId}/capabilities/up-down-vote/items': (call) =>
    listVotes(commentOf(call), '/chatter/comments', call),
};

/** Reads `{ vote: 'Up' | 'Down' | 'None' }` into the votes of a post or a comment. */
export function readVote(fields: Fields, votes: Map<string, VoteKind>, userId: string): void {
  const vote = fields.needChoice('vote', ['Up', 'Down', 'None']);
  if (vote === 'None') votes.delete(userId);
  else votes.set(userId, vote);
}

/** Vote Collection: who voted one way. Its tokens are numbers. */
function listVotes(
  voted: { readonly id: string; readonly votes: ReadonlyMap<string, VoteKind> },
  folder: string,
  call: Call,
): Answer {
  const kind = oneOf(call.query.get('vote') ?? '', 'vote', ['Up', 'Down']);
  const voters = [...voted.votes].filter(([, vote]) => vote === kind).map(([userId]) => userId);
  const path = `${folder}/${voted.id}/capabilities/up-down-vote/items`;
  const { items, links } = numberedPage({ items: voters, path }, call);
  const { currentPageToken, nextPageToken, previousPageToken } = links;
  const votes = items.map((userId) => {
    const user = call.state.users.get(userId);
    const values = {
      type: kind,
      user: user === undefined ? null : renderUserSummary(user, call.context),
      votedItem: renderReference(voted.id, call.context),
    };
    return render('Vote', values, call.context);
  });
  const values = {
    ...links,
    currentPageToken: Number(currentPageToken),
    items: votes,
    nextPageToken: nextPageToken === null ? null : Number(nextPageToken),
    previousPageToken: previousPageToken === null ? null : Number(previousPageToken),
    total: voters.length,
  };
  return { status: 200, body: render('VoteCollection', values, call.context) };
}
