import { keyPrefix } from '../ids.js';
import { type EmailFrequency, usualEmailFrequency } from './email-frequency.js';
import { removePost } from './post.js';
import { type ChatterState, wholeSecond } from './state.js';

export type GroupVisibility = 'PublicAccess' | 'PrivateAccess' | 'Unlisted';
export type GroupRole = 'GroupOwner' | 'GroupManager' | 'StandardMember';

export interface Group {
  readonly id: string;
  name: string;
  description: string | null;
  visibility: GroupVisibility;
  ownerId: string;
  readonly createdAt: number;
  canHaveChatterGuests: boolean;
  isArchived: boolean;
  isAutoArchiveDisabled: boolean;
  isBroadcast: boolean;
  information: { readonly title: string | null; readonly text: string | null } | null;
  announcementId: string | null;
}

/** That a user belongs to a group. The owner is a member, too. */
export interface Membership {
  readonly id: string;
  readonly groupId: string;
  readonly userId: string;
  role: GroupRole;
  emailFrequency: EmailFrequency;
}

/** What a group must say; the rest is as in a plain group. */
export type NewGroup = Pick<Group, 'name' | 'visibility' | 'ownerId'> & Partial<Omit<Group, 'id'>>;

/** Founds a group, of which its owner is the first member. */
export function addGroup(state: ChatterState, added: NewGroup): Group {
  const group: Group = {
    description: null,
    canHaveChatterGuests: false,
    isArchived: false,
    isAutoArchiveDisabled: false,
    isBroadcast: false,
    information: null,
    announcementId: null,
    ...added,
    id: state.ids.next(keyPrefix.group),
    createdAt: wholeSecond(added.createdAt ?? state.clock.now()),
  };
  state.groups.set(group.id, group);
  join(state, group.id, group.ownerId, 'GroupOwner');
  return group;
}

/** Makes a user a member; of one who is a member already nothing changes. */
export function join(
  state: ChatterState,
  groupId: string,
  userId: string,
  role: GroupRole = 'StandardMember',
): Membership {
  const known = membershipOf(state, groupId, userId);
  if (known !== undefined) return known;
  const id = state.ids.next(keyPrefix.groupMembership);
  const membership = { id, groupId, userId, role, emailFrequency: usualEmailFrequency(state, userId) };
  state.memberships.set(membership.id, membership);
  return membership;
}

export function membershipOf(state: ChatterState, groupId: string, userId: string): Membership | undefined {
  return [...state.memberships.values()].find(
    (membership) => membership.groupId === groupId && membership.userId === userId,
  );
}

/** Whether a user may know that a group exists. */
export function canFindGroup(state: ChatterState, group: Group, userId: string): boolean {
  return group.visibility !== 'Unlisted' || membershipOf(state, group.id, userId) !== undefined;
}

/** Whether a user may read what is said in a group. */
export function canReadGroup(state: ChatterState, group: Group, userId: string): boolean {
  return group.visibility === 'PublicAccess' || membershipOf(state, group.id, userId) !== undefined;
}

/** The groups that a user is a member of. */
export function groupsOf(state: ChatterState, userId: string): Group[] {
  return [...state.groups.values()].filter((group) => membershipOf(state, group.id, userId) !== undefined);
}

export function membersOf(state: ChatterState, groupId: string): Membership[] {
  return [...state.memberships.values()].filter((membership) => membership.groupId === groupId);
}

/** Ends a group with all that is in it. */
export function removeGroup(state: ChatterState, groupId: string): void {
  state.groups.delete(groupId);
  for (const post of state.posts.values()) if (post.parentId === groupId) removePost(state, post.id);
  for (const things of [
    state.announcements,
    state.groupRecords,
    state.membershipRequests,
    state.memberships,
  ]) {
    for (const thing of things.values()) if (thing.groupId === groupId) things.delete(thing.id);
  }
  for (const stream of state.streams.values()) stream.entityIds.delete(groupId);
  state.pins.delete(groupId);
}

/** Gives a group to somebody else. The former owner stays as a member. */
export function changeOwner(state: ChatterState, group: Group, userId: string): void {
  const former = membershipOf(state, group.id, group.ownerId);
  if (former !== undefined) former.role = 'StandardMember';
  group.ownerId = userId;
  join(state, group.id, userId).role = 'GroupOwner';
}
