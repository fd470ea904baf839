import { missingArgument, SlackError } from '../errors.js';
import { maySee } from '../files/access.js';
import { renderFile } from '../render/file.js';
import { announceFileChange, deleteFile, shareFiles } from '../state/files.js';
import type { StoredFile } from '../state/model.js';
import { newFile } from '../state/new-file.js';
import { requireConversation, requireMembership } from '../state/conversations.js';
import { pageOf } from '../wire/paging.js';
import { plainContent } from './content.js';
import { authorship } from './authorship.js';
import type { Answer, Call, MemberMethod } from './method.js';

const usualLimit = 100;

const shared = { tier: 'tier 2', json: false, access: 'member' } as const;
const read = ['remote_files:read', 'read'];
const write = ['remote_files:write', 'post'];
const share = ['remote_files:share', 'post'];

/** Files that other services keep, of which apps tell this one. Each is known by its id, or by what its app calls it. */
export const remoteFileMethods: readonly MemberMethod[] = [
  { ...shared, name: 'files.remote.add', scopes: write, handle: add },
  {
    ...shared,
    name: 'files.remote.info',
    scopes: read,
    handle: (call) => ({ file: renderFile(call.service.store, remoteFileOf(call)) }),
  },
  { ...shared, name: 'files.remote.list', scopes: read, handle: list },
  {
    ...shared,
    name: 'files.remote.remove',
    scopes: write,
    handle(call) {
      deleteFile(call.service, ownFileOf(call));
      return {};
    },
  },
  { ...shared, name: 'files.remote.share', scopes: share, handle: shareRemote },
  { ...shared, name: 'files.remote.update', scopes: write, handle: update },
];

function add(call: Call): Answer {
  const { service, args, token, user } = call;
  const externalId = args.requiredText('external_id');
  const title = args.requiredText('title');
  const url = urlOf(args.requiredText('external_url'));
  if (findRemote(call, externalId) !== undefined) throw new SlackError('external_id_already_used');
  const filetype = args.text('filetype');
  const remote = { externalId, appId: token.appId, url, filetype };
  const file = newFile(service, { name: title, size: 0, userId: user.id, remote });
  file.stage = 'complete';
  return { file: renderFile(service.store, file) };
}

function update(call: Call): Answer {
  const { service, args } = call;
  const file = ownFileOf(call);
  const url = args.text('external_url');
  const changed: StoredFile = {
    ...file,
    title: args.text('title') ?? file.title,
    remote: {
      ...file.remote,
      url: url === undefined ? file.remote.url : urlOf(url),
      filetype: args.text('filetype') ?? file.remote.filetype,
    },
  };
  service.store.files.set(file.id, changed);
  announceFileChange(service, changed);
  return { file: renderFile(service.store, changed) };
}

function shareRemote(call: Call): Answer {
  const { service, args, user } = call;
  const file = remoteFileOf(call);
  const channels = args.list('channels');
  if (channels === undefined) throw missingArgument('channels');
  const conversations = channels.map((id) => {
    const conversation = requireConversation(service.store, id, user.id);
    requireMembership(conversation, user.id);
    return conversation;
  });
  for (const conversation of conversations) {
    shareFiles(service, conversation, [file], {
      ...plainContent(service, '', user),
      ...authorship(call),
    });
  }
  return { file: renderFile(service.store, file) };
}

function list({ service, args, user }: Call): Answer {
  const { store } = service;
  const channel = args.text('channel');
  const [from, to] = [Number(args.text('ts_from') ?? 0), Number(args.text('ts_to') ?? Infinity)];
  const page = pageOf(service, {
    items: [...store.files.values()].filter(
      (file) =>
        file.remote !== undefined &&
        file.stage === 'complete' &&
        maySee(store, file, user.id) &&
        (channel === undefined || file.shares.has(channel)) &&
        file.created >= from &&
        file.created <= to,
    ),
    kind: 'id',
    keyOf: ({ id }) => id,
    cursor: args.text('cursor'),
    limit: args.count('limit', 'invalid_arguments') ?? usualLimit,
  });
  return {
    files: page.items.map((file) => renderFile(store, file)),
    response_metadata: { next_cursor: page.nextCursor },
  };
}

type RemotelyStored = StoredFile & { readonly remote: NonNullable<StoredFile['remote']> };

function remoteFileOf(call: Call): RemotelyStored {
  const { service, args, user } = call;
  const [id, externalId] = [args.text('file'), args.text('external_id')];
  if (id !== undefined && externalId !== undefined) throw new SlackError('too_many_ids');
  const file = id === undefined ? findRemote(call, externalId) : service.store.files.get(id);
  const isThere = file !== undefined && isRemote(file) && file.stage === 'complete';
  if (!isThere || !maySee(service.store, file, user.id)) throw new SlackError('file_not_found');
  return file;
}

/** A file that the caller's own app has added. */
function ownFileOf(call: Call): RemotelyStored {
  const file = remoteFileOf(call);
  if (file.remote.appId !== call.token.appId) throw new SlackError('access_denied');
  return file;
}

function findRemote({ service, token }: Call, externalId: string | undefined): StoredFile | undefined {
  for (const file of service.store.files.values()) {
    const { remote, stage } = file;
    if (stage === 'complete' && remote?.externalId === externalId && remote?.appId === token.appId)
      return file;
  }
  return undefined;
}

function isRemote(file: StoredFile): file is RemotelyStored {
  return file.remote !== undefined;
}

function urlOf(text: string): string {
  if (!URL.canParse(text)) throw new SlackError('invalid_external_url');
  return text;
}
