import {
  illegalValue,
  invalidId,
  invalidMarkup,
  missingArgument,
  notFound,
  postTooLong,
  switchedOff,
  tooManyMentions,
} from '../errors.js';
import { keyPrefix, toLongId } from '../ids.js';
import { textOf } from '../render/message-body.js';
import type { Segment, User } from '../state/model.js';
import type { ChatterState } from '../state/state.js';
import { oneOf } from './parameters.js';
import { asObject } from './read-input.js';
import { hashtag, splitText } from './split-text.js';

const longestPost = 10_000;
const mostMentions = 25;

const segmentTypes = [
  'Text',
  'Mention',
  'Hashtag',
  'Link',
  'EntityLink',
  'InlineImage',
  'MarkupBegin',
  'MarkupEnd',
] as const;
const markupTypes = [
  'Bold',
  'Code',
  'Hyperlink',
  'Italic',
  'ListItem',
  'OrderedList',
  'Paragraph',
  'Strikethrough',
  'Underline',
  'UnorderedList',
] as const;

/** Reads `{ messageSegments: [ … ] }` and checks what the service checks. */
export function readMessageBody(body: unknown, state: ChatterState): Segment[] {
  const { messageSegments } = asObject(body, 'body');
  if (!Array.isArray(messageSegments)) throw missingArgument('messageSegments');
  const segments = messageSegments.flatMap((segment: unknown) => readSegment(segment, state));
  return checked(segments, state);
}

/** Reads plain text, as a parameter brings it. */
export function readPlainText(text: string, state: ChatterState, limit: number = longestPost): Segment[] {
  return checked(splitText(text, state), state, limit);
}

function checked(segments: Segment[], state: ChatterState, limit: number = longestPost): Segment[] {
  if (textOf(segments, { state }).length > limit) throw postTooLong(limit);
  if (segments.filter((segment) => segment.type === 'Mention').length > mostMentions) {
    throw tooManyMentions(mostMentions);
  }
  checkMarkup(segments);
  return segments;
}

function readSegment(input: unknown, state: ChatterState): Segment[] {
  const fields = asObject(input, 'messageSegments');
  const type = oneOf(textField(fields, 'type'), 'type', segmentTypes);
  switch (type) {
    case 'Text':
      return splitText(textField(fields, 'text'), state);
    case 'Link':
      return [{ type, url: textField(fields, 'url') }];
    case 'Hashtag':
      return [hashtag(textField(fields, 'tag'), state)];
    case 'Mention':
      return [{ type, userId: mentionedUser(fields, state).id }];
    case 'EntityLink':
      return [{ type, entityId: knownEntity(textField(fields, 'entityId'), state) }];
    case 'MarkupBegin':
      return [
        {
          type,
          markupType: oneOf(textField(fields, 'markupType'), 'markupType', markupTypes),
          url: typeof fields['url'] === 'string' ? fields['url'] : null,
          altText: typeof fields['altText'] === 'string' ? fields['altText'] : null,
        },
      ];
    case 'MarkupEnd':
      return [{ type, markupType: oneOf(textField(fields, 'markupType'), 'markupType', markupTypes) }];
    case 'InlineImage':
    default:
      throw switchedOff('Files');
  }
}

/** Every beginning needs its end, in order. */
function checkMarkup(segments: readonly Segment[]): void {
  const open: string[] = [];
  for (const segment of segments) {
    if (segment.type === 'MarkupBegin') open.push(segment.markupType);
    if (segment.type === 'MarkupEnd' && open.pop() !== segment.markupType) {
      throw invalidMarkup(`The markup ${segment.markupType} ends where it was not begun.`);
    }
  }
  if (open.length > 0) throw invalidMarkup(`The markup ${open.join(', ')} has no end.`);
}

function mentionedUser(fields: Readonly<Record<string, unknown>>, state: ChatterState): User {
  const { username } = fields;
  if (typeof username === 'string') {
    const user = [...state.users.values()].find((candidate) => candidate.username === username);
    if (user === undefined) throw illegalValue('username', username);
    return user;
  }
  const id = textField(fields, 'id');
  const longId = toLongId(id);
  if (longId === undefined || !longId.startsWith(keyPrefix.user)) throw invalidId(id);
  const user = state.users.get(longId);
  if (user === undefined) throw notFound();
  return user;
}

function knownEntity(id: string, state: ChatterState): string {
  const longId = toLongId(id);
  if (longId === undefined) throw invalidId(id);
  if (!state.users.has(longId) && !state.records.has(longId)) throw notFound();
  return longId;
}

function textField(fields: Readonly<Record<string, unknown>>, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string' || value === '') throw missingArgument(name);
  return value;
}
