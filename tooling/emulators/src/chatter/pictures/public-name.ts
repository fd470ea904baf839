import { createHash } from 'node:crypto';
import type { Picture } from '../state/picture.js';

/** The sizes in which mails show pictures. */
export const publicSizes = [200, 45] as const;

/** The name by which a picture can be had without a session. */
export function publicPictureName(picture: Picture, size: (typeof publicSizes)[number]): string {
  return createHash('sha256').update(`${picture.versionId} ${size}`).digest('base64url');
}
