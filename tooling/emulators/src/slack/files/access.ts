import { isVisible } from '../state/conversations.js';
import type { StoredFile } from '../state/model.js';
import type { Store } from '../state/store.js';

/** Whether a user may see a file: their own, and what was shared where they can look. */
export function maySee({ conversations }: Store, file: StoredFile, userId: string): boolean {
  if (file.userId === userId) return true;
  return [...file.shares.keys()].some((id) => {
    const conversation = conversations.get(id);
    return conversation !== undefined && isVisible(conversation, userId);
  });
}
