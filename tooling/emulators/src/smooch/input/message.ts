import { badRequest } from '../errors.js';
import type { Ids } from '../ids.js';
import { actionsOf } from '../state/buttons.js';
import type { Content, LegacyVersion, Metadata } from '../state/model/index.js';
import { readContent } from './content.js';
import { checkOverride } from './override.js';
import { readDestination, type Destination } from './destination.js';
import { optionalMetadata, optionalString, requiredWord, type Body } from './fields.js';

const roles = ['appUser', 'appMaker'] as const;
const messageTypes = ['text', 'image', 'file', 'carousel', 'form', 'list', 'location'] as const;

export type Role = (typeof roles)[number];

/** A message as it is asked for, before the service adds what it knows. */
export interface MessageInput {
  readonly role: Role;
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly avatarUrl: string | undefined;
  readonly metadata: Metadata | undefined;
  readonly payload: string | undefined;
  readonly destination?: Destination | undefined;
  readonly content: Content;
}

export function readMessage(body: Body, version: LegacyVersion, ids: Ids): MessageInput {
  const author = readAuthor(body);
  const content = readContent(body, readType(body, version), { version, ids });
  if (author.role === 'appUser' && actionsOf(content).length > 0) {
    throw badRequest('Only messages of role appMaker can have actions');
  }
  checkOverride(body, version);
  return { ...author, content, destination: readDestination(body) };
}

/** Who says it, and all that does not depend on the type. */
export function readAuthor(body: Body): Omit<MessageInput, 'content'> {
  return {
    role: requiredWord(body, 'role', roles),
    name: optionalString(body, 'name'),
    email: optionalString(body, 'email'),
    avatarUrl: optionalString(body, 'avatarUrl'),
    metadata: optionalMetadata(body, 'metadata'),
    payload: optionalString(body, 'payload'),
  };
}

/** In v1 a message without a type is an image when it brings media, and a text otherwise. */
function readType(body: Body, version: LegacyVersion): Content['type'] {
  if (version === 'v1' && body['type'] === undefined) {
    return body['mediaUrl'] === undefined ? 'text' : 'image';
  }
  return requiredWord(body, 'type', messageTypes);
}
