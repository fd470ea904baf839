import { commentsOf } from './comment.js';
import { type Post, wasReadBy } from './post.js';
import type { ChatterState } from './state.js';

/** What a feed can be narrowed down to, by the name of the filter. */
type FeedFilter = (post: Post, state: ChatterState, userId: string) => boolean;

const isQuestion: FeedFilter = (post) => post.question !== null;
const isSolved: FeedFilter = (post) => (post.question?.bestAnswerId ?? null) !== null;
const isAnswered: FeedFilter = (post, state) => commentsOf(state, post.id).length > 0;

/** Nobody here proposes answers by machine, so filters for candidate answers leave nothing. */
const none: FeedFilter = () => false;

export const feedFilters: Readonly<Record<string, FeedFilter>> = {
  AllQuestions: isQuestion,
  AuthoredBy: (post, _state, userId) => post.actorId === userId,
  CommunityScoped: () => true,
  QuestionsWithCandidateAnswers: none,
  QuestionsWithCandidateAnswersReviewedPublished: none,
  Read: (post, _state, userId) => wasReadBy(post, userId),
  SolvedQuestions: isSolved,
  UnansweredQuestions: (...given) => isQuestion(...given) && !isAnswered(...given),
  UnansweredQuestionsWithCandidateAnswers: none,
  Unread: (post, _state, userId) => !wasReadBy(post, userId),
  UnsolvedQuestions: (...given) => isQuestion(...given) && !isSolved(...given),
};
