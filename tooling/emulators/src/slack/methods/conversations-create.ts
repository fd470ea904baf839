import { requireConversationScope } from '../auth/scopes.js';
import { renderWithReading } from '../render/conversation.js';
import { createChannel, renameChannel } from '../state/channel-changes.js';
import { channelName } from './channel-name.js';
import { channelToChange } from './conversation-argument.js';
import { changeScopes } from './change-scopes.js';
import type { MemberMethod } from './method.js';

export const conversationsCreate: MemberMethod = {
  name: 'conversations.create',
  tier: 'tier 2',
  json: true,
  access: 'member',
  scopes: changeScopes,
  handle({ service, args, token, user }) {
    const isPrivate = args.flag('is_private');
    requireConversationScope(service, token, isPrivate ? 'private' : 'channel', 'write');
    const name = channelName(service, args);
    const conversation = createChannel(service, user, { name, isPrivate });
    return { channel: { ...renderWithReading(service.store, conversation, user.id), priority: 0 } };
  },
};

export const conversationsRename: MemberMethod = {
  name: 'conversations.rename',
  tier: 'tier 2',
  json: true,
  access: 'member',
  scopes: changeScopes,
  handle(call) {
    const { service, args, user } = call;
    const conversation = channelToChange(call);
    renameChannel(service, conversation, user, channelName(service, args));
    return { channel: renderWithReading(service.store, conversation, user.id) };
  },
};
