import type { MessageInput } from '../input/message.js';
import { findAttachment } from '../media/addresses.js';
import type { Service } from '../service.js';
import { publishDeliveries } from '../webhooks/channel.js';
import { primaryClient } from './clients.js';
import { businessAuthor, userAuthor } from './authors.js';
import { appendMessage } from './conversations.js';
import type { App, Client, Content, Conversation, Message, Source, User } from './model.js';

/** Where a message came from when nobody's channel brought it. */
const apiSource: Source = { type: 'api', integrationId: undefined, id: undefined };

/** Adds a message that came by the API, with what the service fills in, and tells the webhooks. */
export function postMessage(
  service: Service,
  app: App,
  user: User,
  input: MessageInput,
): { conversation: Conversation; message: Message } {
  const author = input.role === 'appUser' ? userAuthor : businessAuthor;
  const added = appendMessage(service, user, {
    author: author(service.store, user, input),
    content: withStoredMedia(service, input.content),
    source: apiSource,
    metadata: input.metadata,
    payload: input.payload,
  });
  const client = primaryClient(user);
  service.publish({ kind: 'message', app, user, client, ...added });
  if (input.role === 'appMaker' && client !== undefined) {
    publishDeliveries(service, { app, user, client, ...added });
  }
  return added;
}

/** Adds a message that the user wrote on one of their channels, and tells the webhooks. */
export function receiveMessage(
  service: Service,
  app: App,
  user: User,
  client: Client,
  content: Content,
): Message {
  client.lastSeen = service.clock.now();
  const added = appendMessage(service, user, {
    author: userAuthor(service.store, user, {}),
    content: withStoredMedia(service, content),
    source: { type: client.type, integrationId: client.integrationId, id: client.channelId },
    metadata: undefined,
    payload: undefined,
  });
  service.publish({ kind: 'message', app, user, client, ...added });
  return added.message;
}

/**
 * Type and size of media that this emulator holds. The service fetches foreign media to learn theirs; an emulator stays off the
 * network, so there the size stays unknown and the type is what the sender or the name of the file says.
 */
function withStoredMedia(service: Service, content: Content): Content {
  if (content.type === 'text') return content;
  const attachment = findAttachment(service, content.mediaUrl);
  if (attachment === undefined) return content;
  return { ...content, mediaType: attachment.mediaType, mediaSize: attachment.bytes.byteLength };
}
