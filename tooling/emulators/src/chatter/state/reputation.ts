import { commentsOf } from './comment.js';
import { likesOf } from './like.js';
import type { ChatterState } from './state.js';

/** What it takes to be somebody in a site. */
export interface ReputationLevel {
  readonly number: number;
  readonly name: string;
  /** The fewest points. */
  readonly from: number;
}

const written = 1;
const received = 5;
const best = 20;

/** What a site begins with; administrators may change all of it. */
const levels: readonly ReputationLevel[] = [
  { number: 1, name: 'Newcomer', from: 0 },
  { number: 2, name: 'Regular', from: 51 },
  { number: 3, name: 'Guide', from: 101 },
  { number: 4, name: 'Expert', from: 301 },
  { number: 5, name: 'Master', from: 1_001 },
];

/** The points of a user: one for each post and comment, five for each comment and like that others gave, twenty for a best answer. */
export function reputationPoints(state: ChatterState, userId: string): number {
  let points = 0;
  for (const post of state.posts.values()) {
    if (post.actorId !== userId || post.status !== 'Published') continue;
    const comments = commentsOf(state, post.id).filter((comment) => comment.userId !== userId);
    points += written + received * (comments.length + likesByOthers(state, post.id, userId));
  }
  for (const comment of state.comments.values()) {
    if (comment.userId !== userId || comment.status !== 'Published') continue;
    const isBest = state.posts.get(comment.postId)?.question?.bestAnswerId === comment.id;
    points += written + received * likesByOthers(state, comment.id, userId) + (isBest ? best : 0);
  }
  return points;
}

export function reputationLevel(points: number): ReputationLevel {
  const level = levels.findLast(({ from }) => points >= from);
  if (level === undefined) throw new Error(`No level has ${points} points.`);
  return level;
}

function likesByOthers(state: ChatterState, likedId: string, userId: string): number {
  return likesOf(state, likedId).filter((like) => like.userId !== userId).length;
}
