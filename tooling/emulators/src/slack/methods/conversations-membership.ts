import { requireScope } from '../auth/scopes.js';
import { SlackError } from '../errors.js';
import { renderDetail } from '../render/conversation.js';
import { join, leave } from '../state/membership.js';
import { requireConversation } from '../state/conversations.js';
import { changeScopes } from './change-scopes.js';
import { channelToChange } from './conversation-argument.js';
import type { MemberMethod } from './method.js';

const joinScopes = ['channels:join', 'channels:write', 'post'];

/** Only public channels can be joined without an invitation. */
export const conversationsJoin: MemberMethod = {
  name: 'conversations.join',
  tier: 'tier 3',
  json: true,
  access: 'member',
  scopes: joinScopes,
  handle({ service, args, token, user }) {
    const conversation = requireConversation(service.store, args.text('channel') ?? '', user.id);
    requireScope(service, token, joinScopes);
    if (conversation.kind !== 'channel') throw new SlackError('method_not_supported_for_channel_type');
    if (conversation.isArchived) throw new SlackError('is_archived');
    const wasIn = conversation.members.has(user.id);
    if (!wasIn) join(service, conversation, user.id);
    return {
      channel: renderDetail(service.store, conversation, user.id),
      ...(wasIn ? { warning: 'already_in_channel' } : {}),
    };
  },
};

export const conversationsLeave: MemberMethod = {
  name: 'conversations.leave',
  tier: 'tier 3',
  json: true,
  access: 'member',
  scopes: changeScopes,
  handle(call) {
    const { service, user } = call;
    const conversation = channelToChange(call, { asMember: false, alsoGroups: true });
    if (conversation.isGeneral) throw new SlackError('cant_leave_general');
    if (!conversation.members.has(user.id)) return { ok: false, not_in_channel: true };
    if (conversation.kind === 'private' && conversation.members.size === 1) {
      throw new SlackError('last_member');
    }
    leave(service, conversation, user.id);
    return {};
  },
};

export const conversationsKick: MemberMethod = {
  name: 'conversations.kick',
  tier: 'tier 3',
  json: true,
  access: 'member',
  scopes: changeScopes,
  handle(call) {
    const { service, args, user } = call;
    const conversation = channelToChange(call);
    const target = service.store.users.get(args.text('user') ?? '');
    if (target === undefined) throw new SlackError('user_not_found');
    if (target.id === user.id) throw new SlackError('cant_kick_self');
    if (conversation.isGeneral) throw new SlackError('cant_kick_from_general');
    if (!conversation.members.has(target.id)) throw new SlackError('not_in_channel');
    leave(service, conversation, target.id, user.id);
    return { errors: {} };
  },
};
