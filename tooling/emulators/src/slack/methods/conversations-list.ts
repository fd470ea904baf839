import { conversationScopes, requireConversationScope } from '../auth/scopes.js';
import { SlackError } from '../errors.js';
import { renderConversation } from '../render/conversation.js';
import { isVisible } from '../state/conversations.js';
import type { Conversation, ConversationKind } from '../state/model.js';
import type { Arguments } from '../wire/arguments.js';
import { type Page, pageOf } from '../wire/paging.js';
import type { Call, MemberMethod } from './method.js';

const kindsByType: Readonly<Record<string, ConversationKind>> = {
  public_channel: 'channel',
  private_channel: 'private',
  mpim: 'mpim',
  im: 'im',
};

const usualLimit = 100;

/** What the caller may know of. */
export const conversationsList: MemberMethod = {
  name: 'conversations.list',
  tier: 'tier 2',
  json: false,
  access: 'member',
  scopes: conversationScopes('read'),
  handle(call) {
    const { service, user } = call;
    const page = pageOfConversations(call, (conversation) => isVisible(conversation, user.id));
    return {
      channels: page.items.map((conversation) => ({
        ...renderConversation(service.store, conversation, user.id),
        ...(conversation.kind === 'im'
          ? {}
          : { is_member: conversation.members.has(user.id), num_members: conversation.members.size }),
      })),
      response_metadata: { next_cursor: page.nextCursor },
    };
  },
};

/** What a user is a member of, as far as the caller may know of it. */
export const usersConversations: MemberMethod = {
  name: 'users.conversations',
  tier: 'tier 3',
  json: false,
  access: 'member',
  scopes: conversationScopes('read'),
  handle(call) {
    const { service, args, user } = call;
    const whose = args.text('user') ?? user.id;
    if (!service.store.users.has(whose)) throw new SlackError('user_not_found');
    const page = pageOfConversations(
      call,
      (conversation) => conversation.members.has(whose) && isVisible(conversation, user.id),
    );
    return {
      channels: page.items.map((conversation) => renderConversation(service.store, conversation, user.id)),
      response_metadata: { next_cursor: page.nextCursor },
    };
  },
};

function pageOfConversations(
  { service, args, token }: Call,
  isWanted: (conversation: Conversation) => boolean,
): Page<Conversation> {
  const kinds = kindsAsked(args);
  for (const kind of kinds) requireConversationScope(service, token, kind, 'read');
  const withoutArchived = args.flag('exclude_archived');
  return pageOf(service, {
    items: [...service.store.conversations.values()].filter(
      (conversation) =>
        kinds.has(conversation.kind) &&
        !(withoutArchived && conversation.isArchived) &&
        isWanted(conversation),
    ),
    kind: 'team',
    keyOf: (conversation) => conversation.id,
    cursor: args.text('cursor'),
    limit: args.count('limit', 'invalid_limit') ?? usualLimit,
  });
}

function kindsAsked(args: Arguments): ReadonlySet<ConversationKind> {
  const kinds = new Set<ConversationKind>();
  for (const type of args.list('types') ?? ['public_channel']) {
    const kind = kindsByType[type];
    if (kind === undefined) throw new SlackError('invalid_types');
    kinds.add(kind);
  }
  return kinds;
}
