import { requireConversationScope } from '../auth/scopes.js';
import { SlackError } from '../errors.js';
import { renderDetail } from '../render/conversation.js';
import { createDirect, openDirect } from '../state/direct-conversations.js';
import { findDirect, requireConversation } from '../state/conversations.js';
import type { Conversation, User } from '../state/model.js';
import type { Answer, Call, MemberMethod } from './method.js';

/** How many others a group message can have. */
const mostOthers = 8;

/** Opens an IM, or a group message of several, and makes it when there is none yet. */
export const conversationsOpen: MemberMethod = {
  name: 'conversations.open',
  tier: 'tier 3',
  json: true,
  access: 'member',
  scopes: ['im:write', 'mpim:write', 'channels:manage', 'groups:write', 'post'],
  handle(call) {
    const { service, args, user } = call;
    const id = args.text('channel');
    if (id !== undefined) return open(call, requireConversation(service.store, id, user.id));
    const users = [user, ...othersOf(call)];
    requireConversationScope(service, call.token, users.length > 2 ? 'mpim' : 'im', 'write');
    const known = findDirect(service.store, new Set(users.map((member) => member.id)));
    if (known !== undefined) return open(call, known);
    if (args.flag('prevent_creation')) throw new SlackError('channel_not_found');
    return open(call, createDirect(service, users));
  },
};

function othersOf({ service, args, user }: Call): User[] {
  const ids = new Set(args.list('users'));
  if (ids.size === 0) throw new SlackError('users_list_not_supplied');
  ids.delete(user.id);
  if (ids.size > mostOthers) throw new SlackError('too_many_users');
  return [...ids].map((id) => {
    const other = service.store.users.get(id);
    if (other === undefined) throw new SlackError('user_not_found');
    if (other.deleted) throw new SlackError('user_disabled');
    return other;
  });
}

function open({ service, args, user }: Call, conversation: Conversation): Answer {
  const isOpened = openDirect(service, conversation, user.id);
  return {
    ...(isOpened ? {} : { no_op: true, already_open: true }),
    channel: args.flag('return_im')
      ? renderDetail(service.store, conversation, user.id)
      : { id: conversation.id },
  };
}
