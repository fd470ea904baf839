import type { Conversation } from '../types/conversation.js';

/** The kinds of conversations, by the names of their views. */
export type ConversationKind = 'channels' | 'groups' | 'mpims' | 'ims';

/** What kind a conversation is: its flags say; of old private channels, which have none, the first letter of the id. */
export function kindOf({
  id,
  is_im: isIm,
  is_mpim: isMpim,
  is_private: isPrivate,
}: Conversation): ConversationKind {
  if (isIm === true) return 'ims';
  if (isMpim === true) return 'mpims';
  return (isPrivate ?? id.startsWith('G')) ? 'groups' : 'channels';
}
