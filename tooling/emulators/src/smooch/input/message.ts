import { badRequest } from '../errors.js';
import type { Ids } from '../ids.js';
import { mediaTypeOfName } from '../media/types.js';
import type { ApiVersion, Content, Metadata } from '../state/model.js';
import { readActions } from './actions.js';
import {
  isHttpUrl,
  optionalMetadata,
  optionalString,
  requiredString,
  requiredWord,
  type Body,
} from './fields.js';

const roles = ['appUser', 'appMaker'] as const;
const messageTypes = ['text', 'image', 'file'] as const;
/** Types that the service knows and this emulator does not take. */
const absentTypes = new Set<unknown>(['carousel', 'form', 'list', 'location']);
const textLimit = 4096;

export type Role = (typeof roles)[number];

/** A message as it is asked for, before the service adds what it knows. */
export interface MessageInput {
  readonly role: Role;
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly avatarUrl: string | undefined;
  readonly metadata: Metadata | undefined;
  readonly payload: string | undefined;
  readonly content: Content;
}

export function readMessage(body: Body, version: ApiVersion, ids: Ids): MessageInput {
  const author = readAuthor(body);
  const content = readContent(body, version, ids);
  if (author.role === 'appUser' && content.actions.length > 0) {
    throw badRequest('Only messages of role appMaker can have actions');
  }
  return { ...author, content };
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

export function readText(body: Body): string | undefined {
  const text = optionalString(body, 'text');
  if (text !== undefined && text.length > textLimit) {
    throw badRequest(`'text' should NOT be longer than ${textLimit} characters`);
  }
  return text;
}

function readContent(body: Body, version: ApiVersion, ids: Ids): Content {
  const type = readType(body, version);
  const text = readText(body);
  const actions = readActions(body, ids);
  if (type === 'text') {
    if ((text ?? '') === '' && actions.length === 0) {
      throw badRequest("should have required property 'text'");
    }
    return { type, text, actions };
  }
  if (type === 'file' && actions.length > 0) throw badRequest('File messages cannot have actions');
  const mediaUrl = requiredString(body, 'mediaUrl');
  if (!isHttpUrl(mediaUrl)) throw badRequest("'mediaUrl' should match format 'uri'");
  return {
    type,
    text,
    mediaUrl,
    mediaType: optionalString(body, 'mediaType') ?? mediaTypeOfName(new URL(mediaUrl).pathname),
    mediaSize: undefined,
    altText: optionalString(body, 'altText'),
    actions,
  };
}

/** In v1 a message without a type is an image when it brings media, and a text otherwise. */
function readType(body: Body, version: ApiVersion): Content['type'] {
  if (version === 'v1' && body['type'] === undefined) {
    return body['mediaUrl'] === undefined ? 'text' : 'image';
  }
  if (absentTypes.has(body['type'])) throw badRequest('This type of message is switched off');
  return requiredWord(body, 'type', messageTypes);
}
