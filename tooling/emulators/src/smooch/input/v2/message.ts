import { badRequest } from '../../errors.js';
import type { Ids } from '../../ids.js';
import { actionsOf } from '../../state/buttons.js';
import type { Content, Metadata } from '../../state/model/index.js';
import { readContent } from '../content.js';
import { checkOverride } from '../override.js';
import { readDestination, type Destination } from '../destination.js';
import {
  clearableUrl,
  optionalArray,
  optionalMetadata,
  optionalString,
  requiredObject,
  requiredWord,
  type Body,
} from '../fields.js';

const authorTypes = ['business', 'user'] as const;
const contentTypes = [
  'text',
  'carousel',
  'file',
  'form',
  'formResponse',
  'image',
  'list',
  'location',
  'template',
] as const;

export interface AuthorInput {
  readonly type: 'business' | 'user';
  /** Names the user by `userId` or `userExternalId`. */
  readonly body: Body;
  readonly displayName: string | undefined;
  readonly avatarUrl: string | undefined;
  readonly subtypes: readonly string[] | undefined;
}

export interface MessageInput {
  readonly author: AuthorInput;
  readonly content: Content;
  readonly destination: Destination | undefined;
  readonly metadata: Metadata | undefined;
  /** Of the reply that the user chose. */
  readonly payload: string | undefined;
}

export function readMessage(body: Body, ids: Ids): MessageInput {
  const author = readAuthor(body);
  const fields = requiredObject(body, 'content');
  const type = requiredWord(fields, 'type', contentTypes);
  if (type === 'template' && body['schema'] !== 'whatsapp') {
    throw badRequest("Messages of type template need the schema 'whatsapp'");
  }
  const content = readContent(fields, type, { version: 'v2', ids });
  if (author.type === 'user' && actionsOf(content).length > 0) {
    throw badRequest('Only messages of a business author can have actions');
  }
  checkOverride(body, 'v2');
  const destination = readDestination(body);
  if (author.type === 'user' && destination !== undefined) {
    throw badRequest('Only messages of a business author can have a destination');
  }
  return {
    author,
    content,
    destination,
    metadata: optionalMetadata(body, 'metadata'),
    payload: optionalString(fields, 'payload'),
  };
}

export function readAuthor(body: Body): AuthorInput {
  const author = requiredObject(body, 'author');
  return {
    type: requiredWord(author, 'type', authorTypes),
    body: author,
    displayName: optionalString(author, 'displayName'),
    avatarUrl: clearableUrl(author, 'avatarUrl') ?? undefined,
    subtypes: readSubtypes(author),
  };
}

/** Of those that there are, callers may only use these two. */
function readSubtypes(author: Body): readonly string[] | undefined {
  const subtypes = optionalArray(author, 'subtypes');
  if (subtypes === undefined) return undefined;
  const [subtype, ...others] = subtypes;
  if (others.length > 0 || (subtype !== 'AI' && subtype !== 'activity')) {
    throw badRequest("'subtypes' should be equal to one of the allowed values");
  }
  return [subtype];
}
