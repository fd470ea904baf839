import { invalidOperation, missingArgument, notFound, switchedOff } from '../errors.js';
import { keyPrefix } from '../ids.js';
import { type NewComment, threadLevelOf } from '../state/comment.js';
import type { Post } from '../state/post.js';
import type { Segment } from '../state/segment.js';
import type { Fields } from './fields.js';
import { fileNamed } from './file-named.js';
import { readId } from './ids.js';
import { checkVersion, sharedNamed } from './read-capabilities.js';
import type { Input } from './read-input.js';
import type { Author } from './read-post.js';
import { readMessageBody, readPlainText } from './read-segments.js';
import { storeUpload, uploadPart } from './store-upload.js';

/** What somebody wants to say about a post. */
export type WantedComment = Omit<NewComment, 'postId' | 'userId' | 'client'>;

/** Comments answer each other to this level and no deeper. */
const deepestThread = 2;

/** Reads a Comment Input, or the text of one as a parameter, with a file if one came along. */
export function readComment(input: Input, post: Post, author: Author): WantedComment {
  const { fields } = input;
  const capabilities = fields.object('capabilities');
  const stranger = capabilities?.names.find(
    (name) => !['content', 'feedEntityShare', 'record'].includes(name),
  );
  if (stranger !== undefined) throw switchedOff(`capability ${stranger}`);
  for (const name of capabilities?.names ?? []) checkVersion('CommentCapabilitiesInput', name, author);
  const attached = {
    fileId: readContent(capabilities?.object('content'), input, author),
    recordId: recordNamed(capabilities?.object('record'), author),
    sharedId: sharedBy(capabilities?.object('feedEntityShare'), author),
  };
  const segments = readText(input, post, author);
  if (segments.length === 0 && Object.values(attached).every((id) => id === null)) {
    throw missingArgument(input.isJson ? 'body' : 'text');
  }
  return { segments, threadParentId: readThreadParent(fields, post, author), ...attached };
}

function readText({ fields, isJson }: Input, post: Post, author: Author): Segment[] {
  if (!isJson) {
    const text = fields.text('text') ?? '';
    return text === '' ? [] : readPlainText(text, author.state);
  }
  const body = fields.object('body');
  return body === undefined ? [] : readMessageBody(body, { ...author, parentId: post.parentId });
}

/** A file that is there already, or the one that came with the comment. */
function readContent(content: Fields | undefined, { binaries }: Input, author: Author): string | null {
  const binary = binaries.get(uploadPart);
  if (binary !== undefined) return storeUpload(binary, content, author);
  return content === undefined ? null : fileNamed(content.needText('contentDocumentId'), author).id;
}

function recordNamed(capability: Fields | undefined, { state }: Author): string | null {
  if (capability === undefined) return null;
  const id = readId(capability.needText('recordId'), '');
  if (!state.records.has(id)) throw notFound();
  return id;
}

function sharedBy(capability: Fields | undefined, author: Author): string | null {
  return capability === undefined ? null : sharedNamed(capability.needText('feedEntityId'), author);
}

function readThreadParent(fields: Fields, post: Post, { state }: Author): string | null {
  const given = fields.text('threadParentId');
  if (given === undefined) return null;
  const parent = state.comments.get(readId(given, keyPrefix.comment));
  if (parent?.postId !== post.id) throw notFound();
  if (threadLevelOf(state, parent) >= deepestThread) {
    throw invalidOperation('Comments cannot answer each other deeper than that.');
  }
  return parent.id;
}
