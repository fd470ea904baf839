import { SlackError } from '../errors.js';
import { setArchived } from '../state/channel-changes.js';
import { changeScopes } from './change-scopes.js';
import { channelToChange } from './conversation-argument.js';
import type { MemberMethod } from './method.js';

export const conversationsArchive: MemberMethod = {
  name: 'conversations.archive',
  tier: 'tier 2',
  json: true,
  access: 'member',
  scopes: changeScopes,
  handle(call) {
    const conversation = channelToChange(call, { evenArchived: true });
    if (conversation.isGeneral) throw new SlackError('cant_archive_general');
    if (conversation.isArchived) throw new SlackError('already_archived');
    setArchived(call.service, conversation, call.user, true);
    return {};
  },
};

export const conversationsUnarchive: MemberMethod = {
  name: 'conversations.unarchive',
  tier: 'tier 2',
  json: true,
  access: 'member',
  scopes: changeScopes,
  handle(call) {
    const conversation = channelToChange(call, { asMember: false, evenArchived: true });
    if (!conversation.isArchived) throw new SlackError('not_archived');
    setArchived(call.service, conversation, call.user, false);
    return {};
  },
};
