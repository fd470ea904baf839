import { keyPrefix } from '../ids.js';
import type { ChatterState } from './state.js';
import { postsAbout } from './topic-use.js';

/** That somebody says of somebody that they know a topic. */
export interface Endorsement {
  readonly id: string;
  readonly topicId: string;
  readonly endorseeId: string;
  readonly endorserId: string;
}

/** That somebody does not want to be shown as knowing a topic. */
export interface TopicOptOut {
  readonly id: string;
  readonly topicId: string;
  readonly userId: string;
}

/** Somebody who knows a topic. */
export interface Expert {
  readonly userId: string;
  readonly topicId: string;
  readonly endorsements: readonly Endorsement[];
  readonly isInfluential: boolean;
}

/** So many posts on a topic make somebody influential there. */
const postsOfInfluence = 2;

/** Endorses; a second time changes nothing. */
export function endorse(state: ChatterState, added: Omit<Endorsement, 'id'>): Endorsement {
  const known = endorsementsOn(state, added.topicId).find(
    (one) => one.endorseeId === added.endorseeId && one.endorserId === added.endorserId,
  );
  if (known !== undefined) return known;
  const endorsement = { ...added, id: state.ids.next(keyPrefix.endorsement) };
  state.endorsements.set(endorsement.id, endorsement);
  return endorsement;
}

export function endorsementsOn(state: ChatterState, topicId: string): Endorsement[] {
  return [...state.endorsements.values()].filter((endorsement) => endorsement.topicId === topicId);
}

/** Opts out; a second time changes nothing. */
export function optOut(state: ChatterState, topicId: string, userId: string): TopicOptOut {
  const known = optOutOf(state, topicId, userId);
  if (known !== undefined) return known;
  const added = { id: state.ids.next(keyPrefix.topicOptOut), topicId, userId };
  state.topicOptOuts.set(added.id, added);
  return added;
}

export function optOutOf(state: ChatterState, topicId: string, userId: string): TopicOptOut | undefined {
  return [...state.topicOptOuts.values()].find((one) => one.topicId === topicId && one.userId === userId);
}

/** Who knows a topic, the most endorsed first: by endorsements, or by what they wrote. None who opted out. */
export function expertsOn(state: ChatterState, topicId: string): Expert[] {
  const posts = postsAbout(state, topicId);
  return [...state.users.values()]
    .filter((user) => user.isActive && optOutOf(state, topicId, user.id) === undefined)
    .map((user): Expert => ({
      userId: user.id,
      topicId,
      endorsements: endorsementsOn(state, topicId).filter((one) => one.endorseeId === user.id),
      isInfluential: posts.filter((post) => post.actorId === user.id).length >= postsOfInfluence,
    }))
    .filter((expert) => expert.isInfluential || expert.endorsements.length > 0)
    .toSorted((left, right) => right.endorsements.length - left.endorsements.length);
}
