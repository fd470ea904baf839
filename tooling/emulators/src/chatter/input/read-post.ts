import { illegalValue, invalidOperation, missingArgument, noAccess } from '../errors.js';
import { canReadGroup } from '../state/group.js';
import type { User } from '../state/model.js';
import { manages } from '../state/permissions.js';
import type { NewPost, Visibility } from '../state/post.js';
import type { Segment } from '../state/segment.js';
import type { ChatterState } from '../state/state.js';
import { readCapabilities, sharedNamed } from './read-capabilities.js';
import type { Input } from './read-input.js';
import { type Place, readMessageBody, readPlainText } from './read-segments.js';
import { readSubject } from './read-subject.js';

/** Whom a post is read for. */
export interface Author {
  readonly user: User;
  readonly state: ChatterState;
  readonly version: number;
}

/** What somebody wants to be posted. */
export type WantedPost = Omit<NewPost, 'actorId' | 'client'>;

const visibilities = ['AllUsers', 'InternalUsers'] as const;

/** Reads a post as feed elements take it: a Feed Item Input as JSON, or the same as flat parameters. */
export function readFeedElement(input: Input, author: Author): WantedPost {
  const { fields, isJson } = input;
  fields.needChoice('feedElementType', ['FeedItem']);
  const capabilities = { ...readOriginal(input, author), ...readCapabilities(input, author) };
  const isDirect = capabilities.directMessage !== undefined;
  // A direct message is on nobody's feed but that of its members.
  const parentId = isDirect ? author.user.id : readSubject(fields.needText('subjectId'), author);
  checkMayPost(parentId, author);
  const segments = isJson
    ? readBody(input, { ...author, parentId })
    : readText(input, author.state, undefined);
  const hasContent = ['fileIds', 'link', 'sharedId', 'question', 'poll'].some((name) => name in capabilities);
  if (segments.length === 0 && !hasContent) throw missingArgument(isJson ? 'body' : 'text');
  return {
    parentId,
    segments,
    visibility: readVisibility(input, parentId, author, isDirect),
    ...capabilities,
  };
}

/** Reads a post as the feeds of version 31.0 and older take it: the feed is the subject, and the text is all it needs. */
export function readFeedItem(
  input: Input,
  parentId: string,
  author: Author,
  longestText: number,
): WantedPost {
  const { fields, isJson } = input;
  checkMayPost(parentId, author);
  const segments =
    isJson && fields.hasValue('body')
      ? readBody(input, { ...author, parentId })
      : readText(input, author.state, longestText);
  const link = readOldLink(input);
  if (segments.length === 0 && link === undefined) throw missingArgument('text');
  return {
    parentId,
    segments,
    visibility: readVisibility(input, parentId, author, false),
    ...(link === undefined ? {} : { link }),
  };
}

/** Until 31.0 a link came as an attachment, or as the flat parameters `url` and `urlName`. */
function readOldLink({ fields, isJson }: Input): NewPost['link'] {
  const attachment = isJson ? fields.object('attachment') : fields;
  if (attachment === undefined || !attachment.hasValue('url')) return undefined;
  return { url: attachment.needText('url'), urlName: attachment.text('urlName') ?? null };
}

/** Until 38.0 a post was shared by naming it. */
function readOriginal({ fields }: Input, author: Author): { readonly sharedId?: string } {
  const id = author.version > 38 ? undefined : fields.text('originalFeedElementId');
  return id === undefined ? {} : { sharedId: sharedNamed(id, author) };
}

function readBody({ fields }: Input, place: Place): Segment[] {
  const body = fields.object('body');
  return body === undefined ? [] : readMessageBody(body, place);
}

function readText({ fields }: Input, state: ChatterState, limit: number | undefined): Segment[] {
  const text = fields.text('text') ?? '';
  return text === '' ? [] : readPlainText(text, state, limit);
}

/** Only members write in a group, unless it is one that everybody reads. */
function checkMayPost(parentId: string, { user, state }: Author): void {
  const group = state.groups.get(parentId);
  if (group === undefined) return;
  if (group.isArchived || !canReadGroup(state, group, user.id)) throw noAccess();
  // In a broadcast group only those who run it speak; the others comment.
  if (group.isBroadcast && !manages(state, group.id, user.id)) throw noAccess();
}

/** Posts to people and groups are for everybody; posts on a record are for internal users unless they say otherwise. */
function readVisibility(
  { fields }: Input,
  parentId: string,
  { state }: Author,
  isDirect: boolean,
): Visibility {
  const forAll = isDirect || state.users.has(parentId) || state.groups.has(parentId);
  const given = fields.raw('visibility');
  if (given === undefined) return forAll ? 'AllUsers' : 'InternalUsers';
  if (typeof given !== 'string') throw illegalValue('visibility', typeof given);
  const visibility = fields.needChoice('visibility', visibilities);
  if (forAll && visibility !== 'AllUsers') {
    throw invalidOperation('A post to a user, a group or a direct message must be visible to AllUsers.');
  }
  return visibility;
}
