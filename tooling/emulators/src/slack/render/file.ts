import { fileKindOf } from '../files/file-kinds.js';
import type { ConversationKind, RemoteFile, StoredFile } from '../state/model.js';
import type { Store } from '../state/store.js';
import type { Timestamp } from '../timestamps.js';
import { renderReactions } from './reactions.js';
import { teamUrl } from './team.js';
import { renderThread } from './thread.js';
import { renderThumbnails } from './thumbnails.js';

type Wire = Readonly<Record<string, unknown>>;

/** A file as everybody sees it who may. */
export function renderFile(store: Store, file: StoredFile): Wire {
  if (file.stage === 'deleted') return { id: file.id, mode: 'tombstone' };
  const kind = fileKindOf(file.name);
  const shared = (wanted: readonly ConversationKind[]): string[] =>
    [...file.shares.keys()].filter((id) => {
      const found = store.conversations.get(id)?.kind;
      return found !== undefined && wanted.includes(found);
    });
  const channels = shared(['channel']);
  const groups = shared(['private', 'mpim']);
  const sharesOf = (key: 'public' | 'private', ids: readonly string[]): Wire => {
    // The message that shares a file arrives before it counts as a share.
    const counted = ids.filter((id) => file.shares.get(id)?.length !== 0);
    return counted.length === 0 ? {} : { [key]: sharesIn(store, file, counted) };
  };
  return {
    ...renderUnread(store, file),
    mimetype: kind.mimetype,
    filetype: file.snippetType ?? kind.filetype,
    pretty_type: kind.prettyType,
    ...(kind.mimetype.startsWith('image/') ? renderThumbnails(store, file) : {}),
    ...(file.snippetType === undefined ? {} : { mode: 'snippet', editable: true, ...snippetFields(file) }),
    is_public: channels.length > 0,
    ...(file.remote === undefined ? {} : remoteFields(file.remote)),
    ...(file.reactions.length === 0 ? {} : { reactions: renderReactions(file.reactions) }),
    shares: {
      ...sharesOf('public', channels),
      ...sharesOf('private', groups),
    },
    channels,
    groups,
    ims: shared(['im']),
  };
}

/** A file that has just arrived, before the service has looked into it or shared it. */
export function renderUnread({ team }: Store, file: StoredFile): Wire {
  const { id, name, created, origin } = file;
  const path = `${team.id}-${id}`;
  const fileName = encodeURIComponent(name);
  return {
    id,
    created,
    timestamp: created,
    name,
    title: file.title,
    mimetype: '',
    filetype: '',
    pretty_type: '',
    user: file.userId,
    user_team: team.id,
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: false,
    public_url_shared: file.hasPublicUrl,
    display_as_bot: false,
    username: '',
    url_private: `${origin}/files-pri/${path}/${fileName}`,
    url_private_download: `${origin}/files-pri/${path}/download/${fileName}`,
    media_display_type: 'unknown',
    permalink: `${teamUrl(team)}files/${file.userId}/${id}/${fileName}`,
    permalink_public: `https://slack-files.com/${path}-${file.secret}`,
    ...(file.altText === undefined ? {} : { alt_txt: file.altText }),
    comments_count: 0,
    is_starred: false,
    shares: {},
    channels: [],
    groups: [],
    ims: [],
    has_more_shares: false,
    has_rich_preview: false,
    file_access: 'visible',
  };
}

function remoteFields({ externalId, url, filetype = 'remote' }: RemoteFile): Wire {
  return {
    mimetype: 'application/octet-stream',
    filetype,
    pretty_type: 'Remote',
    mode: 'external',
    is_external: true,
    external_type: 'app',
    external_id: externalId,
    external_url: url,
    url_private: url,
    url_private_download: url,
  };
}

function snippetFields({ bytes }: StoredFile): Wire {
  const lines = new TextDecoder().decode(bytes).split('\n');
  const preview = lines.slice(0, 5).join('\n');
  return { preview, lines: lines.length, lines_more: Math.max(0, lines.length - 5) };
}

function sharesIn(store: Store, file: StoredFile, ids: readonly string[]): Wire {
  return Object.fromEntries(
    ids.map((id) => [id, (file.shares.get(id) ?? []).map((ts) => shareOf(store, file, id, ts))] as const),
  );
}

/** A message by which a file was shared, and what became of it. */
function shareOf({ conversations, team }: Store, file: StoredFile, id: string, ts: Timestamp): Wire {
  const conversation = conversations.get(id);
  const threadTs = conversation?.messages.get(ts)?.threadTs;
  return {
    ...(conversation === undefined ? {} : renderThread(conversation, ts)),
    ts,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    channel_name: conversation?.name ?? '',
    team_id: team.id,
    share_user_id: file.userId,
  };
}
