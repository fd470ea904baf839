import { keyPrefix } from '../ids.js';
import type { ChatterState } from './state.js';

export type ManagedTopicType = 'Content' | 'Featured' | 'Navigational';

/** A topic that the managers of a site put into its menu or onto its first page. */
export interface ManagedTopic {
  readonly id: string;
  /** `internal` for the default site. */
  readonly communityId: string;
  readonly topicId: string;
  readonly type: ManagedTopicType;
  /** The managed topic above it; null for one at the top. */
  readonly parentId: string | null;
  position: number;
}

/** Adds a managed topic behind its siblings. */
export function addManagedTopic(
  state: ChatterState,
  added: Omit<ManagedTopic, 'id' | 'position'>,
): ManagedTopic {
  const managed = {
    ...added,
    id: state.ids.next(keyPrefix.managedTopic),
    position: siblingsOf(state, added).length,
  };
  state.managedTopics.set(managed.id, managed);
  return managed;
}

/** The managed topics of one kind below one parent, in their order. */
export function siblingsOf(
  state: ChatterState,
  { communityId, type, parentId }: Pick<ManagedTopic, 'communityId' | 'type' | 'parentId'>,
): ManagedTopic[] {
  return managedTopicsOf(state, communityId).filter(
    (managed) => managed.type === type && managed.parentId === parentId,
  );
}

export function childrenOf(state: ChatterState, parent: ManagedTopic): ManagedTopic[] {
  return managedTopicsOf(state, parent.communityId).filter((managed) => managed.parentId === parent.id);
}

/** All managed topics of a site, in their order. */
export function managedTopicsOf(state: ChatterState, communityId: string): ManagedTopic[] {
  return [...state.managedTopics.values()]
    .filter((managed) => managed.communityId === communityId)
    .toSorted((left, right) => left.position - right.position);
}

/** Puts a managed topic at a place among its siblings, which make room. */
export function moveManagedTopic(state: ChatterState, managed: ManagedTopic, position: number): void {
  const others = siblingsOf(state, managed).filter((sibling) => sibling !== managed);
  for (const [index, sibling] of others.toSpliced(position, 0, managed).entries()) sibling.position = index;
}

/** Takes a managed topic away, and those below it. The topics themselves stay. */
export function removeManagedTopic(state: ChatterState, managed: ManagedTopic): void {
  for (const child of childrenOf(state, managed)) removeManagedTopic(state, child);
  state.managedTopics.delete(managed.id);
}
