import type { UserAccess } from '../state/model.js';

/** How events speak of what somebody may do in a room; undefined stands for what everybody may. */
export function accessWords(access: UserAccess | undefined): string {
  return `Access now ${access ?? '(default)'}`;
}
