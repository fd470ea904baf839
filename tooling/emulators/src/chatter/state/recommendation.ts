import { keyPrefix } from '../ids.js';
import { type ChatterState, wholeSecond } from './state.js';

/** Something that administrators recommend. */
export interface RecommendationDefinition {
  readonly id: string;
  name: string;
  title: string | null;
  explanation: string;
  actionUrl: string;
  actionUrlName: string;
}

/** Some people to whom something is recommended. */
export interface RecommendationAudience {
  readonly id: string;
  name: string;
  readonly memberIds: Set<string>;
  modifiedBy: string;
  modifiedAt: number;
}

/** That something is recommended, to whom and how urgently. */
export interface ScheduledRecommendation {
  readonly id: string;
  readonly definitionId: string;
  readonly channel: RecommendationChannel;
  audienceId: string | null;
  enabled: boolean;
  /** From 1, by channel. */
  rank: number;
}

export const recommendationChannels = [
  'DefaultChannel',
  'CustomChannel1',
  'CustomChannel2',
  'CustomChannel3',
  'CustomChannel4',
  'CustomChannel5',
] as const;
export type RecommendationChannel = (typeof recommendationChannels)[number];

export function addDefinition(
  state: ChatterState,
  added: Omit<RecommendationDefinition, 'id'>,
): RecommendationDefinition {
  const definition = { ...added, id: state.ids.next(keyPrefix.recommendationDefinition) };
  state.recommendationDefinitions.set(definition.id, definition);
  return definition;
}

/** Takes a definition away, and recommends it no more. */
export function removeDefinition(state: ChatterState, id: string): void {
  state.recommendationDefinitions.delete(id);
  state.photos.delete(id);
  for (const scheduled of scheduledOf(state, id)) removeScheduled(state, scheduled);
}

export function addAudience(state: ChatterState, name: string, userId: string): RecommendationAudience {
  const audience = {
    id: state.ids.next(keyPrefix.recommendationAudience),
    name,
    memberIds: new Set<string>(),
    modifiedBy: userId,
    modifiedAt: wholeSecond(state.clock.now()),
  };
  state.recommendationAudiences.set(audience.id, audience);
  return audience;
}

/** Takes an audience away. What was recommended to it is for everybody then. */
export function removeAudience(state: ChatterState, id: string): void {
  state.recommendationAudiences.delete(id);
  for (const scheduled of state.scheduledRecommendations.values()) {
    if (scheduled.audienceId === id) scheduled.audienceId = null;
  }
}

/** Recommends something, as the last of its channel. */
export function schedule(
  state: ChatterState,
  added: Omit<ScheduledRecommendation, 'id' | 'rank'>,
): ScheduledRecommendation {
  const rank = inChannel(state, added.channel).length + 1;
  const scheduled = { ...added, id: state.ids.next(keyPrefix.scheduledRecommendation), rank };
  state.scheduledRecommendations.set(scheduled.id, scheduled);
  return scheduled;
}

/** Gives a recommendation another place in its channel, and moves the others up or down. */
export function moveScheduled(state: ChatterState, moved: ScheduledRecommendation, rank: number): void {
  const others = inChannel(state, moved.channel).filter((scheduled) => scheduled !== moved);
  others.splice(rank - 1, 0, moved);
  for (const [index, scheduled] of others.entries()) scheduled.rank = index + 1;
}

export function removeScheduled(state: ChatterState, { id, channel }: ScheduledRecommendation): void {
  state.scheduledRecommendations.delete(id);
  for (const [index, scheduled] of inChannel(state, channel).entries()) scheduled.rank = index + 1;
}

/** The recommendations of a definition. */
export function scheduledOf(state: ChatterState, definitionId: string): ScheduledRecommendation[] {
  return [...state.scheduledRecommendations.values()].filter(
    (scheduled) => scheduled.definitionId === definitionId,
  );
}

function inChannel(state: ChatterState, channel: RecommendationChannel): ScheduledRecommendation[] {
  return [...state.scheduledRecommendations.values()]
    .filter((scheduled) => scheduled.channel === channel)
    .toSorted((left, right) => left.rank - right.rank);
}
