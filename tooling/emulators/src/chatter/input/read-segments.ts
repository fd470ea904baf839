import {
  illegalValue,
  invalidId,
  invalidMarkup,
  notFound,
  postTooLong,
  missingArgument,
  tooManyMentions,
} from '../errors.js';
import { keyPrefix, toLongId } from '../ids.js';
import { textOf } from '../render/message-body.js';
import { canFindGroup, canReadGroup } from '../state/group.js';
import { type Segment, mentionedIn } from '../state/segment.js';
import type { ChatterState } from '../state/state.js';
import type { Fields } from './fields.js';
import { fileNamed } from './file-named.js';
import type { Author } from './read-post.js';
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

/** What messages could not be made of from the beginning, by the first version that takes it. */
const firstVersionOf: Readonly<Record<string, number>> = {
  InlineImage: 35,
  MarkupBegin: 35,
  MarkupEnd: 35,
  EntityLink: 43,
  Hyperlink: 45,
};
/** Before it, only an id says who is mentioned. */
const firstWithUsernames = 38;

/** Whose message it is, and where it will stand, which decides who can see it. */
export interface Place extends Author {
  /** The user, group or record on whose feed it will be. */
  readonly parentId: string;
}

/** Reads `{ messageSegments: [ … ] }` and checks what the service checks. */
export function readMessageBody(body: Fields, place: Place): Segment[] {
  if (!body.hasValue('messageSegments')) throw missingArgument('messageSegments');
  const segments = body.objects('messageSegments').flatMap((segment) => readSegment(segment, place));
  return checked(segments, place.state);
}

/** Reads plain text, as a parameter brings it. */
export function readPlainText(text: string, state: ChatterState, limit: number = longestPost): Segment[] {
  return checked(splitText(text, state), state, limit);
}

function checked(segments: Segment[], state: ChatterState, limit: number = longestPost): Segment[] {
  if (textOf(segments, { state }).length > limit) throw postTooLong(limit);
  if (mentionedIn(segments).length > mostMentions) throw tooManyMentions(mostMentions);
  checkMarkup(segments);
  return segments;
}

function readSegment(fields: Fields, place: Place): Segment[] {
  const type = fields.needChoice('type', knownTo(place, segmentTypes));
  switch (type) {
    case 'Text':
      return splitText(fields.needText('text'), place.state);
    case 'Link':
      return [{ type, url: fields.needText('url') }];
    case 'Hashtag':
      return [hashtag(wholeTag(fields.needText('tag')), place.state)];
    case 'Mention': {
      const entityId = mentioned(fields, place);
      return [{ type, entityId, accessible: isAccessible(entityId, place) }];
    }
    case 'EntityLink':
      return [{ type, entityId: knownEntity(fields.needText('entityId'), place) }];
    case 'InlineImage':
      return [
        {
          type,
          fileId: fileNamed(fields.needText('fileId'), place).id,
          altText: fields.text('altText') ?? null,
        },
      ];
    case 'MarkupBegin': {
      const markupType = fields.needChoice('markupType', knownTo(place, markupTypes));
      const url = markupType === 'Hyperlink' ? webAddress(fields.needText('url')) : null;
      return [{ type, markupType, url, altText: fields.text('altText') ?? null }];
    }
    case 'MarkupEnd':
    default:
      return [
        { type: 'MarkupEnd', markupType: fields.needChoice('markupType', knownTo(place, markupTypes)) },
      ];
  }
}

function knownTo<Word extends string>({ version }: Place, words: readonly Word[]): Word[] {
  return words.filter((word) => version >= (firstVersionOf[word] ?? 0));
}

/** A bracket would end a tag that is written as `#[several words]`. */
function wholeTag(tag: string): string {
  if (!/^(?:\[[^\]]*\]|[^\]]*)$/.test(tag)) throw illegalValue('tag', tag);
  return tag;
}

/** Every beginning needs its end, in order, and code has nothing in it but text. */
function checkMarkup(segments: readonly Segment[]): void {
  const open: string[] = [];
  for (const segment of segments) {
    const isEndOfCode = segment.type === 'MarkupEnd' && segment.markupType === 'Code';
    if (open.at(-1) === 'Code' && segment.type !== 'Text' && !isEndOfCode) {
      throw invalidMarkup('The markup Code can only contain text.');
    }
    if (segment.type === 'MarkupBegin') open.push(segment.markupType);
    if (segment.type === 'MarkupEnd' && open.pop() !== segment.markupType) {
      throw invalidMarkup(`The markup ${segment.markupType} ends where it was not begun.`);
    }
  }
  if (open.length > 0) throw invalidMarkup(`The markup ${open.join(', ')} has no end.`);
}

/** The id of the user or group that a mention names; only users have a user name. */
function mentioned(fields: Fields, place: Place): string {
  const username = place.version < firstWithUsernames ? undefined : fields.text('username');
  if (username !== undefined) {
    const user = [...place.state.users.values()].find((candidate) => candidate.username === username);
    if (user === undefined) throw illegalValue('username', username);
    return user.id;
  }
  const id = fields.needText('id');
  const longId = toLongId(id);
  if (longId === undefined) throw invalidId(id);
  if (!longId.startsWith(keyPrefix.user) && !longId.startsWith(keyPrefix.group)) throw invalidId(id);
  if (!place.state.users.has(longId) && !findsGroup(longId, place)) throw notFound();
  return longId;
}

/** Whoever cannot see a message is mentioned all the same, and not told. */
function isAccessible(entityId: string, { state, parentId }: Place): boolean {
  const group = state.groups.get(parentId);
  if (group === undefined) return true;
  return entityId === parentId || canReadGroup(state, group, entityId);
}

function knownEntity(id: string, place: Place): string {
  const longId = toLongId(id);
  if (longId === undefined) throw invalidId(id);
  const { users, records } = place.state;
  if (!users.has(longId) && !records.has(longId) && !findsGroup(longId, place)) throw notFound();
  return longId;
}

/** Whether there is such a group for the author: one that is unlisted is there for its members only. */
function findsGroup(id: string, { state, user }: Place): boolean {
  const group = state.groups.get(id);
  return group !== undefined && canFindGroup(state, group, user.id);
}

function webAddress(url: string): string {
  if (!/^https?:\/\/./i.test(url)) throw illegalValue('url', url);
  return url;
}
