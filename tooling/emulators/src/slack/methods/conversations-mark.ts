import { missingArgument, SlackError } from '../errors.js';
import { requireMembership } from '../state/conversations.js';
import { toUser } from '../state/audiences.js';
import { markRead } from '../state/channel-changes.js';
import { isTimestamp } from '../timestamps.js';
import { changeScopes } from './change-scopes.js';
import { conversationToChange } from './conversation-argument.js';
import type { MemberMethod } from './method.js';

/** Says how far the caller has read. */
export const conversationsMark: MemberMethod = {
  name: 'conversations.mark',
  tier: 'tier 3',
  json: true,
  access: 'member',
  scopes: changeScopes,
  handle(call) {
    const { service, args, user } = call;
    const conversation = conversationToChange(call);
    requireMembership(conversation, user.id);
    const ts = args.text('ts');
    if (ts === undefined) throw missingArgument('ts');
    if (!isTimestamp(ts)) throw new SlackError('invalid_timestamp');
    markRead(service, conversation, user.id, ts);
    return {};
  },
};

/** Takes an IM or a group message out of the caller's list. */
export const conversationsClose: MemberMethod = {
  name: 'conversations.close',
  tier: 'tier 2',
  json: true,
  access: 'member',
  scopes: changeScopes,
  handle(call) {
    const { service, user } = call;
    const conversation = conversationToChange(call);
    const { kind, id, openFor } = conversation;
    if (kind !== 'im' && kind !== 'mpim') throw new SlackError('method_not_supported_for_channel_type');
    if (!openFor.delete(user.id)) return { no_op: true, already_closed: true };
    service.publish(
      toUser(user.id, {
        type: `${kind}_close`,
        user: user.id,
        channel: id,
        ...(kind === 'mpim' ? { is_mpim: true } : {}),
        event_ts: service.timestamps.next(),
      }),
    );
    return {};
  },
};
