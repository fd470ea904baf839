import { wholeNumber } from '../../input/parameters.js';
import { textOf } from '../../render/message-body.js';
import { renderMotif } from '../../render/motif.js';
import { urlOfId } from '../../render/reference.js';
import { render } from '../../render/render.js';
import { commentsOf } from '../../state/comment.js';
import { visiblePosts } from '../../state/feeds.js';
import type { Post } from '../../state/post.js';
import { typeOfPost } from '../../state/post-type.js';
import type { Answer, Call, Handlers } from '../call.js';
import { postOf } from '../found.js';

export const relatedPostHandlers: Handlers = {
  'GET /chatter/feed-elements/{feedElementId}/related-posts': listRelated,
};

/** Posts that share topics with a post, those that share most of them first. */
function listRelated(call: Call): Answer {
  const post = postOf(call);
  const filter = call.query.get('filter')?.toLowerCase();
  const most = wholeNumber(call.query, 'maxResults', { from: 1, to: 100, usual: 5 });
  const related = visiblePosts(call.state, call.user.id)
    .filter((other) => other.id !== post.id && passes(other, filter, call))
    .map((other) => ({ other, score: [...other.topicIds].filter((id) => post.topicIds.has(id)).length }))
    .filter(({ score }) => score > 0)
    .toSorted((left, right) => right.score - left.score)
    .slice(0, most)
    .map(({ other, score }) => {
      const title = other.question?.title ?? textOf(other.segments, call.context);
      const values = {
        id: other.id,
        motif: renderMotif(other.id, call.context),
        name: title,
        score,
        title,
        type: typeOfPost(other),
        url: urlOfId(other.id, call.context),
      };
      return render('RelatedFeedPost', values, call.context);
    });
  return {
    status: 200,
    body: render('RelatedFeedPostCollection', { relatedFeedPosts: related }, call.context),
  };
}

function passes(post: Post, filter: string | undefined, { state }: Call): boolean {
  switch (filter) {
    case 'answered':
      return post.question !== null && commentsOf(state, post.id).length > 0;
    case 'bestanswer':
      return (post.question?.bestAnswerId ?? null) !== null;
    case 'unanswered':
      return post.question !== null && commentsOf(state, post.id).length === 0;
    case 'generic':
      return post.question === null;
    case undefined:
    default:
      return true;
  }
}
