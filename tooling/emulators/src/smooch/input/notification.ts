import type { Ids } from '../ids.js';
import type { Content, LegacyVersion } from '../state/model/index.js';
import { optionalWord, requiredObject, requiredString, requiredWord, type Body } from './fields.js';
import { readAuthor, readMessage, type MessageInput } from './message.js';

/** A message to an address on a channel. */
export interface NotificationInput {
  readonly integrationId: string;
  readonly destinationId: string;
  readonly author: Omit<MessageInput, 'content'>;
  readonly content: Content;
}

export function readNotification(body: Body, version: LegacyVersion, ids: Ids): NotificationInput {
  const destination = requiredObject(body, 'destination');
  const author = requiredObject(body, 'author');
  requiredWord(author, 'role', ['appMaker']);
  const message = requiredObject(body, 'message');
  const isWhatsApps = optionalWord(body, 'messageSchema', ['whatsapp']) !== undefined;
  return {
    integrationId: requiredString(destination, 'integrationId'),
    destinationId: requiredString(destination, 'destinationId'),
    author: readAuthor(author),
    content: isWhatsApps
      ? readWhatsApps(message)
      : readMessage({ ...message, role: 'appMaker' }, version, ids).content,
  };
}

/** A message as WhatsApp words it. Its texts are read; of all else it is only known that WhatsApp has it. */
function readWhatsApps(message: Body): Content {
  if (requiredString(message, 'type') !== 'text') {
    return { type: 'template', text: undefined, template: message, actions: [] };
  }
  return { type: 'text', text: requiredString(requiredObject(message, 'text'), 'body'), actions: [] };
}
