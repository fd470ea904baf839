import type { Action, Message, Source } from '../../state/model.js';
import { present, seconds, type Wire } from './wire.js';

/** A message, which v1 (since 2016) and v1.1 show alike. */
export function viewMessage(message: Message): Wire {
  const { author, content } = message;
  return present({
    text: content.text ?? (content.type === 'text' ? '' : ' '),
    ...(content.type === 'text' ? {} : viewMedia(content)),
    actions: content.actions.length > 0 ? content.actions.map(viewAction) : undefined,
    type: content.type,
    role: roleOf(message),
    payload: message.payload,
    received: seconds(message.received),
    authorId: author.id,
    avatarUrl: author.avatarUrl,
    name: author.displayName,
    email: author.email,
    metadata: message.metadata,
    _id: message.id,
    source: viewSource(message.source),
  });
}

export function roleOf(message: Message): 'appUser' | 'appMaker' {
  return message.author.type === 'user' ? 'appUser' : 'appMaker';
}

function viewMedia(content: Exclude<Message['content'], { type: 'text' }>): Wire {
  const { mediaType, mediaUrl, altText, mediaSize } = content;
  return { mediaType, mediaUrl, altText, mediaSize };
}

export function viewAction(action: Action): Wire {
  return present({
    text: action.text,
    payload: action.payload,
    amount: action.amount,
    currency: action.currency,
    state: action.state,
    metadata: action.metadata,
    ...action.channelOptions,
    _id: action.id,
    uri: action.type === 'buy' ? `https://app.smooch.io/checkout/${action.id}` : (action.uri ?? ''),
    type: action.type,
  });
}

function viewSource(source: Source): Wire {
  return present({ type: source.type, integrationId: source.integrationId, id: source.id });
}
