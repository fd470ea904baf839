import { missingArgument, SlackError } from '../errors.js';
import { renderUnread } from '../render/file.js';
import { requireConversation, requireMembership } from '../state/conversations.js';
import { completeFile, shareFiles } from '../state/files.js';
import { newFile } from '../state/new-file.js';
import type { Content, Conversation, StoredFile } from '../state/model.js';
import { authorship } from './authorship.js';
import { readBlocks } from './blocks.js';
import { threadOf } from './channel-argument.js';
import { plainContent } from './content.js';
import type { Answer, Call, MemberMethod } from './method.js';

const longestAltText = 1_000;
const largestSnippet = 1_048_576;

const shared = { tier: 'tier 4', access: 'member', scopes: ['files:write', 'post'] } as const;

/** The first and the last of the three steps of an upload. Between them the bytes are sent to the address from the first. */
export const uploadMethods: readonly MemberMethod[] = [
  { ...shared, name: 'files.getUploadURLExternal', json: false, handle: announce },
  { ...shared, name: 'files.completeUploadExternal', json: true, handle: complete },
];

function announce({ service, args, user }: Call): Answer {
  const { store, ids } = service;
  const name = args.requiredText('filename');
  const size = args.count('length', 'invalid_arguments');
  if (size === undefined) throw missingArgument('length');
  const altText = args.text('alt_txt');
  if ((altText?.length ?? 0) > longestAltText) throw new SlackError('alt_txt_too_large');
  const snippetType = args.text('snippet_type');
  if (snippetType !== undefined && size > largestSnippet) throw new SlackError('snippet_too_large');
  const file = newFile(service, { name, size, userId: user.id, snippetType, altText });
  const ticket = ids.ticket();
  store.uploads.set(ticket, file);
  return { upload_url: `${file.origin}/upload/v1/${ticket}`, file_id: file.id };
}

function complete(call: Call): Answer {
  const { service, args } = call;
  const wanted = wantedFiles(call);
  const destinations = destinationsOf(call);
  const content = contentOf(call);
  const threadTs = args.text('thread_ts');
  const threads = destinations.map((conversation) => threadOf(conversation, threadTs));
  for (const { file, title } of wanted) completeFile(service, file, title ?? file.name);
  const files = wanted.map(({ file }) => file);
  // The answer comes before the files have been looked into and shared: of that only events tell.
  const answer = { files: files.map((file) => renderUnread(service.store, file)) };
  for (const [index, conversation] of destinations.entries()) {
    shareFiles(service, conversation, files, {
      ...content,
      ...authorship(call),
      threadTs: threads[index],
    });
  }
  return answer;
}

/** The files of the call: the caller's own, which have arrived and are not complete yet. */
function wantedFiles({ service, args, user }: Call): { file: StoredFile; title: string | undefined }[] {
  const given = args.json('files', 'invalid_arguments');
  if (given === undefined) throw missingArgument('files');
  if (!Array.isArray(given) || given.length === 0) throw new SlackError('invalid_arguments');
  return given.map((entry: unknown) => {
    const { id, title }: { id?: unknown; title?: unknown } =
      typeof entry === 'object' && entry !== null ? entry : {};
    const file = typeof id === 'string' ? service.store.files.get(id) : undefined;
    const isReady = file?.userId === user.id && file.stage === 'announced' && file.bytes !== undefined;
    if (file === undefined || !isReady) throw new SlackError('file_not_found');
    return { file, title: typeof title === 'string' && title !== '' ? title : undefined };
  });
}

function destinationsOf({ service, args, user }: Call): Conversation[] {
  const one = args.text('channel_id');
  const ids = new Set([...(one === undefined ? [] : [one]), ...(args.list('channels') ?? [])]);
  return [...ids].map((id) => {
    const conversation = requireConversation(service.store, id, user.id);
    requireMembership(conversation, user.id);
    if (conversation.isArchived) throw new SlackError('is_archived');
    return conversation;
  });
}

/** What is said with the files. A comment wins over blocks. */
function contentOf(call: Call): Content {
  const plain = plainContent(call.service, call.args.text('initial_comment') ?? '', call.user);
  if (plain.text !== '') return plain;
  return { ...plain, blocks: readBlocks(call, 'invalid_blocks') ?? plain.blocks };
}
