import { fileKindOf } from '../files/file-kinds.js';
import type { ConversationKind, RemoteFile, StoredFile } from '../state/model.js';
import type { Store } from '../state/store.js';
import { renderReactions } from './reactions.js';
import { teamUrl } from './team.js';

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
  return {
    ...renderUnread(store, file),
    mimetype: kind.mimetype,
    filetype: file.snippetType ?? kind.filetype,
    pretty_type: kind.prettyType,
    ...(file.snippetType === undefined ? {} : { mode: 'snippet', editable: true, ...snippetFields(file) }),
    is_public: channels.length > 0,
    ...(file.remote === undefined ? {} : remoteFields(file.remote)),
    ...(file.reactions.length === 0 ? {} : { reactions: renderReactions(file.reactions) }),
    shares: {
      ...(channels.length === 0 ? {} : { public: sharesIn(store, file, channels) }),
      ...(groups.length === 0 ? {} : { private: sharesIn(store, file, groups) }),
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
    ids.map((id) => {
      const conversation = store.conversations.get(id);
      const messages = (file.shares.get(id) ?? []).map((ts) => ({
        reply_users: [],
        reply_users_count: 0,
        reply_count: 0,
        ts,
        channel_name: conversation?.name ?? '',
        team_id: store.team.id,
        share_user_id: file.userId,
      }));
      return [id, messages] as const;
    }),
  );
}
