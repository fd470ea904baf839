import { SlackError } from '../errors.js';
import { requireConversation, requireMembership } from '../state/conversations.js';
import type { Bookmark, Conversation } from '../state/model.js';
import type { Answer, Call, MemberMethod } from './method.js';

const shared = { access: 'member' } as const;
const write = { json: true, tier: 'tier 2', scopes: ['bookmarks:write', 'post'] } as const;

/** The links above a channel. */
export const bookmarkMethods: readonly MemberMethod[] = [
  { ...shared, ...write, name: 'bookmarks.add', handle: add },
  { ...shared, ...write, name: 'bookmarks.edit', handle: edit },
  { ...shared, ...write, name: 'bookmarks.remove', handle: remove },
  {
    ...shared,
    name: 'bookmarks.list',
    tier: 'tier 3',
    json: true,
    scopes: ['bookmarks:read', 'read'],
    handle(call) {
      const conversation = channelOf(call);
      const bookmarks = [...call.service.store.bookmarks.values()].filter(
        ({ channelId }) => channelId === conversation.id,
      );
      return { bookmarks: bookmarks.map((bookmark) => shown(call, bookmark)) };
    },
  },
];

function add(call: Call): Answer {
  const { service, args, user } = call;
  const conversation = channelOf(call);
  const title = args.requiredText('title');
  if (args.requiredText('type') !== 'link') throw new SlackError('invalid_bookmark_type');
  const bookmark: Bookmark = {
    id: service.ids.bookmark(),
    channelId: conversation.id,
    title,
    link: linkOf(args.text('link')),
    emoji: args.text('emoji') ?? '',
    created: Math.floor(service.clock.now() / 1_000),
    updated: 0,
    editorId: user.id,
  };
  service.store.bookmarks.set(bookmark.id, bookmark);
  return { bookmark: shown(call, bookmark) };
}

function edit(call: Call): Answer {
  const { service, args, user } = call;
  const former = bookmarkOf(call);
  const bookmark: Bookmark = {
    ...former,
    title: args.text('title') ?? former.title,
    link: args.text('link') === undefined ? former.link : linkOf(args.text('link')),
    emoji: args.text('emoji') ?? former.emoji,
    updated: Math.floor(service.clock.now() / 1_000),
    editorId: user.id,
  };
  service.store.bookmarks.set(bookmark.id, bookmark);
  return { bookmark: shown(call, bookmark) };
}

function remove(call: Call): Answer {
  call.service.store.bookmarks.delete(bookmarkOf(call).id);
  return {};
}

function channelOf({ service, args, user }: Call): Conversation {
  const conversation = requireConversation(service.store, args.text('channel_id') ?? '', user.id);
  requireMembership(conversation, user.id);
  return conversation;
}

function bookmarkOf(call: Call): Bookmark {
  const conversation = channelOf(call);
  const bookmark = call.service.store.bookmarks.get(call.args.requiredText('bookmark_id'));
  if (bookmark?.channelId !== conversation.id) throw new SlackError('not_found');
  return bookmark;
}

function linkOf(text: string | undefined): string {
  if (text === undefined || !URL.canParse(text)) throw new SlackError('invalid_link');
  return text;
}

function shown({ service: { store } }: Call, bookmark: Bookmark): Answer {
  return {
    id: bookmark.id,
    channel_id: bookmark.channelId,
    title: bookmark.title,
    link: bookmark.link,
    emoji: bookmark.emoji,
    icon_url: `${new URL(bookmark.link).origin}/favicon.ico`,
    type: 'link',
    entity_id: null,
    date_created: bookmark.created,
    date_updated: bookmark.updated,
    rank: 'g',
    last_updated_by_user_id: bookmark.editorId,
    last_updated_by_team_id: store.team.id,
    shortcut_id: null,
    app_id: null,
  };
}
