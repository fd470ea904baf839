import { SlackError } from '../errors.js';
import { maySee } from '../files/access.js';
import { fileKindOf } from '../files/file-kinds.js';
import { renderFile } from '../render/file.js';
import { announceFileChange, deleteFile } from '../state/files.js';
import type { StoredFile } from '../state/model.js';
import { numberedPage } from '../wire/numbered-pages.js';
import type { Answer, Call, MemberMethod } from './method.js';

const shared = { access: 'member' } as const;
const read = { json: false, scopes: ['files:read', 'read'] };
const write = { json: true, scopes: ['files:write', 'post'] };

export const fileMethods: readonly MemberMethod[] = [
  {
    ...shared,
    ...read,
    name: 'files.info',
    tier: 'tier 4',
    handle(call) {
      const file = renderFile(call.service.store, fileOf(call));
      return { file, comments: [], response_metadata: { next_cursor: '' } };
    },
  },
  { ...shared, ...read, name: 'files.list', tier: 'tier 3', handle: list },
  {
    ...shared,
    ...write,
    name: 'files.delete',
    tier: 'tier 3',
    handle(call) {
      const file = fileOf(call);
      const isAdmin = call.user.role !== 'member' && call.token.kind === 'user';
      if (file.userId !== call.user.id && !isAdmin) throw new SlackError('cant_delete_file');
      deleteFile(call.service, file);
      return {};
    },
  },
  {
    ...shared,
    ...write,
    name: 'files.sharedPublicURL',
    tier: 'tier 3',
    handle: (call) => setPublic(call, true),
  },
  {
    ...shared,
    ...write,
    name: 'files.revokePublicURL',
    tier: 'tier 3',
    handle: (call) => setPublic(call, false),
  },
];

/** The files that the caller may see, newest first. */
function list(call: Call): Answer {
  const {
    service: { store },
    args,
    user,
  } = call;
  const owner = args.text('user');
  if (owner !== undefined && !store.users.has(owner)) throw new SlackError('user_not_found');
  const channel = args.text('channel');
  const [from, to] = [Number(args.text('ts_from') ?? 0), Number(args.text('ts_to') ?? Infinity)];
  const types = args.list('types') ?? ['all'];
  for (const type of types) if (!(type in isOfType)) throw new SlackError('unknown_type');
  const found = [...store.files.values()].filter(
    (file) =>
      file.stage === 'complete' &&
      maySee(store, file, user.id) &&
      (owner === undefined || file.userId === owner) &&
      (channel === undefined || file.shares.has(channel)) &&
      file.created >= from &&
      file.created <= to &&
      types.some((type) => isOfType[type]?.(file) ?? false),
  );
  const { items, paging } = numberedPage(call, found.toReversed());
  return { files: items.map((file) => renderFile(store, file)), paging };
}

const isOfType: Readonly<Record<string, (file: StoredFile) => boolean>> = {
  all: () => true,
  images: ({ name }) => fileKindOf(name).mimetype.startsWith('image/'),
  pdfs: ({ name }) => fileKindOf(name).filetype === 'pdf',
  snippets: ({ snippetType }) => snippetType !== undefined,
  zips: ({ name }) => fileKindOf(name).filetype === 'zip',
  // Posts and documents of other services: there are none here.
  spaces: () => false,
  gdocs: () => false,
};

function setPublic(call: Call, isPublic: boolean): Answer {
  const { service, user } = call;
  const file = fileOf(call);
  if (file.userId !== user.id) throw new SlackError('not_allowed');
  if (isPublic && file.hasPublicUrl) throw new SlackError('already_public');
  file.hasPublicUrl = isPublic;
  announceFileChange(service, file);
  return { file: renderFile(service.store, file) };
}

function fileOf({ service: { store }, args, user }: Call): StoredFile {
  const file = store.files.get(args.text('file') ?? '');
  if (file === undefined || file.stage === 'announced' || !maySee(store, file, user.id)) {
    throw new SlackError('file_not_found');
  }
  if (file.stage === 'deleted') throw new SlackError('file_deleted');
  return file;
}
