import { type FileVersion, latestVersion, type StoredFile } from './file.js';
import type { Comment } from './comment.js';
import type { ChatterState } from './state.js';
import type { Post } from './post.js';
import { canSeeComment, canSeePost } from './visibility.js';

/** What a user may do with a file. */
export type SharingRole = 'Owner' | 'Collaborator' | 'Viewer';

/** The role of a user; undefined for one from whom the file is hidden. */
export function sharingRoleOf(
  state: ChatterState,
  file: StoredFile,
  userId: string,
): SharingRole | undefined {
  if (file.ownerId === userId) return 'Owner';
  const share = file.shares.get(userId);
  if (share !== undefined) return share.type === 'C' ? 'Collaborator' : 'Viewer';
  const isSeen =
    postsWith(state, file.id).some((post) => canSeePost(state, post, userId)) ||
    commentsWith(state, file.id).some((comment) => canSeeComment(state, comment, userId));
  return isSeen ? 'Viewer' : undefined;
}

export function canReadFile(state: ChatterState, file: StoredFile, userId: string): boolean {
  return sharingRoleOf(state, file, userId) !== undefined;
}

/** A new version, a title or a description is for the owner and for those who work on the file, too. */
export function canEditFile(state: ChatterState, file: StoredFile, userId: string): boolean {
  const role = sharingRoleOf(state, file, userId);
  return role === 'Owner' || role === 'Collaborator';
}

/** Whoever may edit a file may share it, unless its owner kept that to themselves. */
export function canShareFile(state: ChatterState, file: StoredFile, userId: string): boolean {
  if (file.sharingOption === 'Restricted') return file.ownerId === userId;
  return canEditFile(state, file, userId);
}

/** A file is private until it is shared or hangs on a post. */
export function isPrivate(state: ChatterState, file: StoredFile): boolean {
  return publishedAt(state, file) === undefined;
}

/** The posts that a file hangs on, or that show it between their words. */
export function postsWith(state: ChatterState, fileId: string): Post[] {
  return [...state.posts.values()].filter(
    (post) =>
      post.fileIds.includes(fileId) ||
      post.segments.some((segment) => segment.type === 'InlineImage' && segment.fileId === fileId),
  );
}

/**
 * When the service began to make the small pictures of a version: on publication, or for a private file when somebody first
 * asked for one. Undefined when nobody did.
 */
export function renditionsBegunAt(
  state: ChatterState,
  file: StoredFile,
  version: FileVersion = latestVersion(file),
): number | undefined {
  const published = publishedAt(state, file);
  const asked = [version.previewAskedAt ?? undefined, published].filter((at) => at !== undefined);
  return asked.length === 0 ? undefined : Math.max(version.createdAt, Math.min(...asked));
}

function publishedAt(state: ChatterState, file: StoredFile): number | undefined {
  const times = [
    ...[...file.shares.values()].map((share) => share.at),
    ...postsWith(state, file.id).map((post) => post.createdAt),
    ...commentsWith(state, file.id).map((comment) => comment.createdAt),
  ];
  return times.length === 0 ? undefined : Math.min(...times);
}

function commentsWith(state: ChatterState, fileId: string): Comment[] {
  return [...state.comments.values()].filter((comment) => comment.fileId === fileId);
}
