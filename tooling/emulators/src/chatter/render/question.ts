import type { Post, Question } from '../state/post.js';
import { renderComment } from './comment.js';
import type { RenderContext } from './context.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';
import { renderUserSummary } from './user-summary.js';

/** Question and Answers Capability. */
export function renderQuestion(post: Post, question: Question, context: RenderContext): JsonObject {
  const { state, viewer } = context;
  const best = state.comments.get(question.bestAnswerId ?? '');
  const selector = state.users.get(question.bestAnswerSelectedBy ?? '');
  return render(
    'QuestionAndAnswersCapability',
    {
      bestAnswer: best === undefined ? null : renderComment(best, context),
      bestAnswerSelectedBy: selector === undefined ? null : renderUserSummary(selector, context),
      canCurrentUserSelectOrRemoveBestAnswer: post.actorId === viewer.id,
      questionTitle: question.title,
    },
    context,
  );
}
