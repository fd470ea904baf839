import { SlackError } from '../errors.js';
import { renderMessage } from '../render/message.js';
import { permalinkOf } from '../render/permalink.js';
import { isVisible } from '../state/conversations.js';
import { addReaction, removeReaction } from '../state/reactions.js';
import { numberedPage } from '../wire/numbered-pages.js';
import { itemOf, type Located } from './channel-argument.js';
import type { Answer, Call, MemberMethod } from './method.js';

const shared = { access: 'member' } as const;
const read = ['reactions:read', 'read'];
const write = ['reactions:write', 'post'];

export const reactionMethods: readonly MemberMethod[] = [
  {
    ...shared,
    name: 'reactions.add',
    tier: 'tier 3',
    json: true,
    scopes: write,
    handle(call) {
      const { conversation, message } = itemOf(call);
      if (conversation.isArchived) throw new SlackError('is_archived');
      if (message.subtype === 'tombstone') throw new SlackError('message_not_found');
      const reaction = { userId: call.user.id, name: nameOf(call) };
      if (!addReaction(call.service, conversation, message, reaction)) {
        throw new SlackError('already_reacted');
      }
      return {};
    },
  },
  {
    ...shared,
    name: 'reactions.remove',
    tier: 'tier 2',
    json: true,
    scopes: write,
    handle(call) {
      const { conversation, message } = itemOf(call);
      const reaction = { userId: call.user.id, name: nameOf(call) };
      if (!removeReaction(call.service, conversation, message, reaction)) throw new SlackError('no_reaction');
      return {};
    },
  },
  {
    ...shared,
    name: 'reactions.get',
    tier: 'tier 3',
    json: false,
    scopes: read,
    handle: (call) => shown(call, itemOf(call)),
  },
  { ...shared, name: 'reactions.list', tier: 'tier 2', json: false, scopes: read, handle: list },
];

/** What one user has reacted to, newest first. */
function list(call: Call): Answer {
  const { service, args, user } = call;
  const whose = args.text('user') ?? user.id;
  if (!service.store.users.has(whose)) throw new SlackError('user_not_found');
  const items: Located[] = [];
  for (const conversation of service.store.conversations.values()) {
    if (!isVisible(conversation, user.id)) continue;
    for (const message of conversation.messages.all) {
      if (message.reactions?.some(({ userIds }) => userIds.includes(whose)) === true) {
        items.push({ conversation, message });
      }
    }
  }
  const { items: wanted, paging } = numberedPage(
    args,
    items.toSorted((one, other) => (one.message.ts < other.message.ts ? 1 : -1)),
  );
  return {
    items: wanted.map((located) => shown(call, located)),
    paging,
    response_metadata: { next_cursor: '' },
  };
}

function shown({ service: { store } }: Call, { conversation, message }: Located): Answer {
  return {
    type: 'message',
    channel: conversation.id,
    message: {
      ...renderMessage(store, conversation, message),
      permalink: permalinkOf(store, conversation, message),
    },
  };
}

/** The name of an emoji, with or without colons, and with the tone of its skin. */
function nameOf({ args }: Call): string {
  const name = args.text('name')?.replaceAll(/^:|:$/g, '') ?? '';
  if (!/^[\p{Ll}\p{Lo}\d_+'-]+(?:::skin-tone-[2-6])?$/u.test(name)) throw new SlackError('invalid_name');
  return name;
}
