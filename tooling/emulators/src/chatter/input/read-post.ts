import {
  illegalValue,
  invalidId,
  invalidOperation,
  missingArgument,
  notFound,
  switchedOff,
} from '../errors.js';
import { keyPrefix, toLongId } from '../ids.js';
import type { Segment, Visibility } from '../state/model.js';
import type { ChatterState } from '../state/state.js';
import { oneOf } from './parameters.js';
import { asObject, type Input } from './read-input.js';
import { readMessageBody, readPlainText } from './read-segments.js';

/** What somebody wants to be posted. */
export interface WantedPost {
  readonly parentId: string;
  readonly segments: Segment[];
  readonly visibility: Visibility;
}

const visibilities = ['AllUsers', 'InternalUsers'] as const;

/** Reads a post as feed elements take it: a Feed Item Input as JSON, or the same as flat parameters. */
export function readFeedElement(input: Input, userId: string, state: ChatterState): WantedPost {
  const fields =
    input.json === undefined
      ? Object.fromEntries(input.parameters)
      : asObject(input.json, 'The feed element');
  oneOf(textOfField(fields, 'feedElementType'), 'feedElementType', ['FeedItem']);
  const parentId = readSubject(textOfField(fields, 'subjectId'), userId, state);
  return { parentId, ...readContent(input, fields, parentId, state) };
}

/** Reads a post as the feeds of version 31.0 and older take it: the feed is the subject, and the text is all it needs. */
export function readFeedItem(
  input: Input,
  parentId: string,
  state: ChatterState,
  longestText: number,
): WantedPost {
  const fields =
    input.json === undefined ? Object.fromEntries(input.parameters) : asObject(input.json, 'The feed item');
  return { parentId, ...readContent(input, fields, parentId, state, longestText) };
}

function readContent(
  input: Input,
  fields: Readonly<Record<string, unknown>>,
  parentId: string,
  state: ChatterState,
  longestText?: number,
): Omit<WantedPost, 'parentId'> {
  const { capabilities, body, text } = fields;
  if (capabilities !== undefined && capabilities !== null && Object.keys(capabilities).length > 0) {
    throw switchedOff(`capabilities ${Object.keys(capabilities).join(', ')}`);
  }
  let segments: Segment[];
  // A feed element in JSON has a body; `text` is a parameter, and was a property of feed items only.
  const mayHaveText = input.json === undefined || longestText !== undefined;
  if (input.json !== undefined && body !== undefined) segments = readMessageBody(body, state);
  else if (mayHaveText && typeof text === 'string' && text !== '') {
    segments = readPlainText(text, state, longestText);
  } else throw missingArgument(input.json === undefined ? 'text' : 'body');
  if (segments.length === 0) throw missingArgument('body');
  return { segments, visibility: readVisibility(fields['visibility'], parentId, state) };
}

/** Posts to people are for everybody; posts on a record are for internal users unless they say otherwise. */
function readVisibility(value: unknown, parentId: string, state: ChatterState): Visibility {
  const toUser = state.users.has(parentId);
  if (value === undefined || value === null) return toUser ? 'AllUsers' : 'InternalUsers';
  if (typeof value !== 'string') throw illegalValue('visibility', typeof value);
  const visibility = oneOf(value, 'visibility', visibilities);
  if (toUser && visibility !== 'AllUsers') {
    throw invalidOperation('A post to a user must be visible to AllUsers.');
  }
  return visibility;
}

/** The id of a user or record, `me` included, that has a feed. */
export function readSubject(id: string, userId: string, state: ChatterState): string {
  const longId = id === 'me' ? userId : toLongId(id);
  if (longId === undefined) throw invalidId(id);
  if (!longId.startsWith(keyPrefix.user) && !longId.startsWith(keyPrefix.account)) throw invalidId(id);
  if (!state.users.has(longId) && !state.records.has(longId)) throw notFound();
  return longId;
}

function textOfField(fields: Readonly<Record<string, unknown>>, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string' || value === '') throw missingArgument(name);
  return value;
}
