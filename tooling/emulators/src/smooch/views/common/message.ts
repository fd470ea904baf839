import type { Content, Message, Quoted, Source } from '../../state/model/index.js';
import { viewContent } from './content.js';
import { present, seconds, type Wire } from './wire.js';

/** A message, which v1 (since 2016) and v1.1 show alike. */
export function viewMessage(message: Message): Wire {
  const { author, content } = message;
  return present({
    text: content.text ?? wordsOf(content),
    ...viewContent(content),
    type: content.type,
    role: roleOf(message),
    payload: message.payload,
    received: seconds(message.received),
    authorId: author.id,
    avatarUrl: author.avatarUrl,
    name: author.displayName,
    email: author.email,
    metadata: message.metadata,
    quotedMessage: message.quotedMessage === undefined ? undefined : viewQuoted(message.quotedMessage),
    _id: message.id,
    source: viewSource(message.source),
  });
}

/** What stands for words where there are none: a space beside media, nothing beside a form. */
function wordsOf({ type }: Content): string | undefined {
  if (type === 'text') return '';
  return type === 'form' ? undefined : ' ';
}

export function roleOf(message: Message): 'appUser' | 'appMaker' {
  return message.author.type === 'user' ? 'appUser' : 'appMaker';
}

function viewQuoted(quoted: Quoted): Wire {
  return 'message' in quoted
    ? { type: 'message', content: viewMessage(quoted.message) }
    : { type: 'externalMessageId', ...quoted };
}

/** In the older versions nothing else came by an API. */
function viewSource({ type, originalMessageTimestamp: written, ...source }: Source): Wire {
  return present({
    type: type === 'api:conversations' ? 'api' : type,
    integrationId: source.integrationId,
    id: source.id,
    originalMessageId: source.originalMessageId,
    originalMessageTimestamp: written === undefined ? undefined : seconds(written),
  });
}
