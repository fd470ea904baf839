import { keptMessages } from '../../state/conversations.js';
import type { Conversation, Message } from '../../state/model/index.js';
import { viewAction } from '../common/action.js';
import { roleOf } from '../common/message.js';
import { isoTime, present, seconds, type Wire } from '../common/wire.js';

/** A conversation of the first year: everybody in it, and all that was said. */
export function viewConversation2015(conversation: Conversation): Wire {
  const makers = conversation.messages.filter(({ author }) => author.type === 'business');
  return {
    appMakers: [...new Set(makers.map(({ author }) => author.id))],
    redirectFrom: [],
    appUsers: conversation.participants.map(({ userId }) => userId),
    messages: keptMessages(conversation).map(viewMessage2015),
    appMakerEmails: [],
    __v: conversation.revision,
    appId: conversation.appId,
    _id: conversation.id,
    createdAt: isoTime(conversation.createdAt),
  };
}

/** Messages had neither a type nor a source yet. */
export function viewMessage2015(message: Message): Wire {
  const { author, content } = message;
  const media = content.type === 'image' || content.type === 'file' ? content : undefined;
  return present({
    received: seconds(message.received),
    name: author.displayName,
    avatarUrl: author.avatarUrl,
    // A picture without words was its own address, for the clients that could show nothing but text.
    text: content.text ?? media?.mediaUrl ?? '',
    mediaUrl: media?.mediaUrl,
    mediaType: media?.mediaType,
    actions: content.actions.map(viewAction),
    metadata: message.metadata,
    authorId: author.id,
    role: roleOf(message),
    _id: message.id,
  });
}
