import type { Service } from '../service.js';
import { postMessage } from './messages.js';
import type { Conversation, Message } from './model.js';

/** What happens to a channel and is told there as a message of its own. */
export type NoticeKind = 'join' | 'leave' | 'topic' | 'purpose' | 'name' | 'archive' | 'unarchive';

/** The word that names of events and subtypes begin with. */
export function familyOf({ kind }: Conversation): 'channel' | 'group' {
  return kind === 'channel' ? 'channel' : 'group';
}

/** Tells in a channel what a user did to it. */
export function postNotice(
  service: Service,
  conversation: Conversation,
  userId: string,
  notice: { readonly kind: NoticeKind; readonly text: string; readonly details?: Message['details'] },
): Message {
  return postMessage(service, conversation, {
    subtype: `${familyOf(conversation)}_${notice.kind}`,
    ...(notice.details === undefined ? {} : { details: notice.details }),
    text: notice.text,
    blocks: undefined,
    attachments: undefined,
    metadata: undefined,
    userId,
  });
}
