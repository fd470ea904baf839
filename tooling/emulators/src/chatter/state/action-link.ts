import { keyPrefix } from '../ids.js';
import { type ChatterState, wholeSecond } from './state.js';

export const actionTypes = ['Api', 'ApiAsync', 'Download', 'Ui'] as const;
export const actionMethods = [
  'HttpDelete',
  'HttpGet',
  'HttpHead',
  'HttpPatch',
  'HttpPost',
  'HttpPut',
] as const;
export const actionStatuses = ['FailedStatus', 'NewStatus', 'PendingStatus', 'SuccessfulStatus'] as const;
export const executionsAllowed = ['Once', 'OncePerUser', 'Unlimited'] as const;

export type ActionStatus = (typeof actionStatuses)[number];

/** A button of a post. */
export interface ActionLink {
  readonly id: string;
  readonly labelKey: string;
  readonly type: (typeof actionTypes)[number];
  readonly method: (typeof actionMethods)[number];
  readonly actionUrl: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly requestBody: string | null;
  readonly requiresConfirmation: boolean;
  readonly isGroupDefault: boolean;
  /** The only one who may use it, and the one who may not. */
  readonly userId: string | null;
  readonly excludedUserId: string | null;
  /** How far the action is, by who executed it last. */
  readonly executions: Map<string, { readonly status: ActionStatus; readonly at: number }>;
}

/** Buttons that belong together. */
export interface ActionLinkGroup {
  readonly id: string;
  readonly creatorId: string;
  readonly category: 'Primary' | 'Overflow';
  readonly executionsAllowed: (typeof executionsAllowed)[number];
  readonly expiresAt: number;
  readonly createdAt: number;
  readonly links: readonly ActionLink[];
}

export type NewActionLink = Omit<ActionLink, 'id' | 'executions'>;

export function addActionLinkGroup(
  state: ChatterState,
  added: Omit<ActionLinkGroup, 'id' | 'createdAt' | 'links'> & { readonly links: readonly NewActionLink[] },
): ActionLinkGroup {
  const group = {
    ...added,
    id: state.ids.next(keyPrefix.actionLinkGroup),
    createdAt: wholeSecond(state.clock.now()),
    links: added.links.map((link) => ({
      ...link,
      id: state.ids.next(keyPrefix.actionLink),
      executions: new Map(),
    })),
  };
  state.actionLinkGroups.set(group.id, group);
  return group;
}

/** A button and the group that it is in. */
export function findActionLink(
  state: ChatterState,
  id: string,
): { readonly link: ActionLink; readonly group: ActionLinkGroup } | undefined {
  for (const group of state.actionLinkGroups.values()) {
    const link = group.links.find((candidate) => candidate.id === id);
    if (link !== undefined) return { link, group };
  }
  return undefined;
}

/** Who executed a button last, as far as a user is told: where each may do so once, each has a state of their own. */
export function executionFor(
  group: ActionLinkGroup,
  link: ActionLink,
  userId: string,
): { readonly userId: string; readonly status: ActionStatus; readonly at: number } | undefined {
  const isOwn = group.executionsAllowed !== 'Once';
  const found = [...link.executions].findLast(([executorId]) => !isOwn || executorId === userId);
  return found === undefined ? undefined : { userId: found[0], ...found[1] };
}

export function canUseActionLink(link: ActionLink, userId: string): boolean {
  return link.excludedUserId !== userId && (link.userId === null || link.userId === userId);
}
