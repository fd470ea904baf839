import { SlackError } from '../errors.js';
import { permalinkOf } from '../render/permalink.js';
import { isVisible } from '../state/conversations.js';
import { numberedPage } from '../wire/numbered-pages.js';
import type { Located } from './channel-argument.js';
import type { Answer, Call, MemberMethod } from './method.js';

const usualCount = 20;

/** What a query asks for beside its words. */
interface Query {
  readonly words: readonly string[];
  readonly from: string | undefined;
  readonly within: string | undefined;
}

/** Messages that hold all words of the query, newest first. `from:` and `in:` narrow it down. Only people can search. */
export const searchMessages: MemberMethod = {
  name: 'search.messages',
  tier: 'tier 2',
  json: false,
  access: 'member',
  scopes: ['search:read', 'read'],
  handle(call) {
    const { service, args, token, user } = call;
    if (token.kind !== 'user') throw new SlackError('not_allowed_token_type');
    const text = args.text('query');
    if (text === undefined) throw new SlackError('no_query');
    const query = parse(text);
    const found: Located[] = [];
    for (const conversation of service.store.conversations.values()) {
      if (!isVisible(conversation, user.id)) continue;
      for (const message of conversation.messages.all) {
        if (isMatch(call, { conversation, message }, query)) found.push({ conversation, message });
      }
    }
    const direction = args.text('sort_dir') === 'asc' ? 1 : -1;
    found.sort((one, other) => (one.message.ts < other.message.ts ? -direction : direction));
    const { items, paging, nextCursor } = numberedPage(call, found, usualCount);
    const first = (paging.page - 1) * paging.count;
    return {
      query: text,
      messages: {
        total: paging.total,
        pagination: {
          total_count: paging.total,
          page: paging.page,
          per_page: paging.count,
          page_count: paging.pages,
          first: items.length === 0 ? 0 : first + 1,
          last: first + items.length,
        },
        paging,
        matches: items.map((located) => shown(call, located)),
      },
      ...(args.text('cursor') === undefined ? {} : { response_metadata: { next_cursor: nextCursor } }),
    };
  },
};

function parse(text: string): Query {
  const parts = text.toLowerCase().split(/\s+/);
  const after = (word: string): string | undefined =>
    parts
      .find((part) => part.startsWith(word))
      ?.slice(word.length)
      .replace(/^[@#]/, '');
  return {
    words: parts.filter((part) => part !== '' && !/^(?:from|in):/.test(part)),
    from: after('from:'),
    within: after('in:'),
  };
}

function isMatch({ service: { store } }: Call, { conversation, message }: Located, query: Query): boolean {
  const author = message.userId === undefined ? undefined : store.users.get(message.userId);
  const isFrom = query.from === undefined || author?.name.toLowerCase() === query.from;
  const isWithin = query.within === undefined || conversation.name.toLowerCase() === query.within;
  const text = message.text.toLowerCase();
  return isFrom && isWithin && query.words.every((word) => text.includes(word));
}

function shown({ service }: Call, { conversation, message }: Located): Answer {
  const { store } = service;
  const author = message.userId === undefined ? undefined : store.users.get(message.userId);
  return {
    iid: service.ids.request().replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    team: store.team.id,
    channel: {
      id: conversation.id,
      is_channel: conversation.kind === 'channel',
      is_group: false,
      is_im: conversation.kind === 'im',
      is_mpim: conversation.kind === 'mpim',
      is_shared: false,
      is_org_shared: false,
      is_ext_shared: false,
      is_private: conversation.kind !== 'channel',
      is_pending_ext_shared: false,
      pending_shared: [],
      name: conversation.name,
    },
    type: 'message',
    user: message.userId ?? '',
    username: message.username ?? author?.name ?? '',
    ts: message.ts,
    text: message.text,
    ...(message.blocks === undefined ? {} : { blocks: message.blocks }),
    permalink: permalinkOf(store, conversation, message),
  };
}
