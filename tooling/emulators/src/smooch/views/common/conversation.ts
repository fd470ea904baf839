import { participantOf } from '../../state/conversations.js';
import type { Conversation } from '../../state/model/index.js';
import { present, seconds, type Wire } from './wire.js';

/** A conversation as one of its users has it. A side that has not read anything yet has no read mark. */
export function viewConversation(conversation: Conversation, userId: string): Wire {
  const { unreadCount, lastRead } = participantOf(conversation, userId);
  const { businessLastRead } = conversation;
  return present({
    unreadCount,
    _id: conversation.id,
    appMakerLastRead: businessLastRead === undefined ? undefined : seconds(businessLastRead),
    appUserLastRead: lastRead === undefined ? undefined : seconds(lastRead),
  });
}
