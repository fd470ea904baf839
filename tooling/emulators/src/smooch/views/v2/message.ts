import type { Author, Client, Message, Quoted, Source, User } from '../../state/model/index.js';
import { isoTime, present, type Wire } from '../common/wire.js';
import { viewClient } from './client.js';
import { viewContent } from './content.js';

export function viewMessage(message: Message): Wire {
  return viewMessageWith(message, viewAuthor(message.author), viewSource(message.source));
}

/** A message with its author and source as somebody else puts them: webhooks tell more of both. */
export function viewMessageWith(message: Message, author: Wire, source: Wire): Wire {
  return present({
    id: message.id,
    received: isoTime(message.received),
    author,
    content: viewContent(message),
    source,
    quotedMessage: message.quotedMessage === undefined ? undefined : viewQuoted(message.quotedMessage),
    metadata: message.metadata,
    deleted: message.deleted,
    activity: message.activity,
    references: message.references,
  });
}

function viewQuoted(quoted: Quoted): Wire {
  return 'message' in quoted
    ? { type: 'message', message: viewMessage(quoted.message) }
    : { type: 'externalMessageId', ...quoted };
}

export function viewAuthor(author: Author): Wire {
  return present({
    type: author.type,
    subtypes: author.subtypes,
    userId: author.type === 'user' ? author.id : undefined,
    displayName: author.displayName,
    avatarUrl: author.avatarUrl,
  });
}

/** Where something came from; the client in full only for those who want it. */
export function viewSource(source: Source, full?: { readonly user: User; readonly client: Client }): Wire {
  const { type, integrationId, originalMessageId, originalMessageTimestamp } = source;
  return present({
    type,
    integrationId,
    originalMessageId,
    originalMessageTimestamp:
      originalMessageTimestamp === undefined ? undefined : isoTime(originalMessageTimestamp),
    client: full === undefined ? undefined : viewClient(full.user, full.client),
  });
}
