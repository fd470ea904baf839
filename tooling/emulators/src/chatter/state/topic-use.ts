import type { Post } from './post.js';
import type { Segment } from './segment.js';
import type { ChatterState } from './state.js';
import type { Topic } from './topic.js';
import { canSeePost } from './visibility.js';

/** The ids of the topics of a post, a file or a record, for reading and for changing. */
export function topicsOn(state: ChatterState, id: string): Set<string> {
  const own = state.posts.get(id)?.topicIds ?? state.files.get(id)?.topicIds;
  if (own !== undefined) return own;
  const known = state.recordTopics.get(id);
  if (known !== undefined) return known;
  const none = new Set<string>();
  state.recordTopics.set(id, none);
  return none;
}

/** The posts with a topic. */
export function postsAbout(state: ChatterState, topicId: string): Post[] {
  return [...state.posts.values()].filter((post) => post.topicIds.has(topicId));
}

/** The posts with a topic that a user may see. */
export function postsAboutFor(state: ChatterState, topicId: string, userId: string): Post[] {
  return postsAbout(state, topicId).filter((post) => canSeePost(state, post, userId));
}

/** How many people wrote about a topic. */
export function talkersAbout(state: ChatterState, topicId: string): number {
  return new Set(postsAbout(state, topicId).map((post) => post.actorId)).size;
}

/** Topics in the order of how much is written about them. */
export function byPopularity(state: ChatterState, topics: Iterable<Topic>): Topic[] {
  const uses = new Map([...topics].map((topic) => [topic, postsAbout(state, topic.id).length]));
  return [...uses.keys()].toSorted(
    (left, right) =>
      talkersAbout(state, right.id) - talkersAbout(state, left.id) ||
      (uses.get(right) ?? 0) - (uses.get(left) ?? 0) ||
      left.name.localeCompare(right.name),
  );
}

/** The topics that go with a topic: the more posts have both the earlier. */
export function relatedTopics(state: ChatterState, topicId: string): Topic[] {
  const counts = new Map<string, number>();
  for (const post of postsAbout(state, topicId)) {
    for (const id of post.topicIds) if (id !== topicId) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, left], [, right]) => right - left)
    .flatMap(([id]) => state.topics.get(id) ?? []);
}

/** Lets one topic take the place of others, wherever they are. */
export function mergeTopics(state: ChatterState, into: Topic, others: readonly Topic[]): void {
  for (const other of others) {
    into.formerNames.push(other.name, ...other.formerNames);
    for (const ids of usesOfTopics(state)) if (ids.delete(other.id)) ids.add(into.id);
    for (const post of state.posts.values()) post.segments = retagged(post.segments, other.id, into.id);
    for (const comment of state.comments.values()) {
      comment.segments = retagged(comment.segments, other.id, into.id);
    }
    removeTopic(state, other.id);
  }
}

/** Takes a topic away, and from everything that has it. The words of its hashtags stay. */
export function removeTopic(state: ChatterState, topicId: string): void {
  for (const ids of usesOfTopics(state)) ids.delete(topicId);
  for (const things of [state.endorsements, state.topicOptOuts, state.managedTopics]) {
    for (const [id, thing] of things) if (thing.topicId === topicId) things.delete(id);
  }
  for (const { id, subjectId } of state.subscriptions.values()) {
    if (subjectId === topicId) state.subscriptions.delete(id);
  }
  state.topics.delete(topicId);
}

function usesOfTopics(state: ChatterState): Set<string>[] {
  const holders = [...state.posts.values(), ...state.files.values()];
  return [...holders.map((holder) => holder.topicIds), ...state.recordTopics.values()];
}

function retagged(segments: readonly Segment[], from: string, to: string): readonly Segment[] {
  return segments.map((segment) =>
    segment.type === 'Hashtag' && segment.topicId === from ? { ...segment, topicId: to } : segment,
  );
}
