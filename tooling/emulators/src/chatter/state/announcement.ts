import { keyPrefix } from '../ids.js';
import { type ChatterState, wholeSecond } from './state.js';

/** A post that stands above the others of its group until its day is over, or until the next one. */
export interface Announcement {
  readonly id: string;
  readonly groupId: string;
  /** The post that says it. */
  readonly postId: string;
  expiresAt: number;
  isArchived: boolean;
  readonly sendEmails: boolean;
  readonly createdAt: number;
}

const dayMs = 24 * 3_600_000;

/** Makes a post the announcement of its group, in the place of the one before. */
export function announce(
  state: ChatterState,
  announced: Pick<Announcement, 'groupId' | 'postId' | 'expiresAt' | 'sendEmails'>,
): Announcement {
  const announcement = {
    ...announced,
    id: state.ids.next(keyPrefix.announcement),
    isArchived: false,
    createdAt: wholeSecond(state.clock.now()),
  };
  state.announcements.set(announcement.id, announcement);
  const post = state.posts.get(announcement.postId);
  if (post !== undefined) post.isAnnouncement = true;
  const group = state.groups.get(announcement.groupId);
  if (group !== undefined) group.announcementId = announcement.id;
  return announcement;
}

/** The announcements of a group whose posts are still there, newest first. */
export function announcementsOf(state: ChatterState, groupId: string): Announcement[] {
  return [...state.announcements.values()]
    .filter((announcement) => announcement.groupId === groupId && state.posts.has(announcement.postId))
    .toReversed();
}

/** The announcement that a group shows now: until the end of the day of its date, whatever the time of that date. */
export function currentAnnouncement(
  state: ChatterState,
  announcementId: string | null,
): Announcement | undefined {
  const announcement = state.announcements.get(announcementId ?? '');
  if (announcement === undefined || announcement.isArchived || !state.posts.has(announcement.postId)) {
    return undefined;
  }
  const endOfDay = (Math.floor(announcement.expiresAt / dayMs) + 1) * dayMs;
  return state.clock.now() < endOfDay ? announcement : undefined;
}

export function removeAnnouncement(state: ChatterState, { id, groupId }: Announcement): void {
  state.announcements.delete(id);
  const group = state.groups.get(groupId);
  if (group?.announcementId === id) group.announcementId = null;
}
