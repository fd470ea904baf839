import { SlackError } from '../errors.js';
import { renderDetail } from '../render/conversation.js';
import { join } from '../state/membership.js';
import type { Conversation } from '../state/model.js';
import { changeScopes } from './change-scopes.js';
import { channelToChange } from './conversation-argument.js';
import type { Call, MemberMethod } from './method.js';

const mostUsers = 1_000;

/** Puts users into a channel: all of them or none, unless `force` lets the good ones in. */
export const conversationsInvite: MemberMethod = {
  name: 'conversations.invite',
  tier: 'tier 3',
  json: true,
  access: 'member',
  scopes: ['channels:write.invites', 'groups:write.invites', ...changeScopes],
  handle(call) {
    const { service, args, user } = call;
    const conversation = channelToChange(call);
    const ids = [...new Set(args.list('users'))];
    if (ids.length === 0) throw new SlackError('no_user');
    if (ids.length > mostUsers) throw new SlackError('too_many_users');
    const errors = ids.flatMap((id) => {
      const error = obstacleTo(call, conversation, id);
      return error === undefined ? [] : [{ user: id, ok: false, error }];
    });
    const refused = new Set(errors.map((error) => error.user));
    const good = ids.filter((id) => !refused.has(id));
    const [first] = errors;
    if (first !== undefined && (good.length === 0 || !args.flag('force'))) {
      throw new SlackError(first.error, { errors });
    }
    for (const id of good) join(service, conversation, id, user.id);
    return {
      channel: renderDetail(service.store, conversation, user.id),
      ...(errors.length === 0 ? {} : { errors }),
    };
  },
};

function obstacleTo({ service, user }: Call, conversation: Conversation, id: string): string | undefined {
  if (id === user.id) return 'cant_invite_self';
  const invited = service.store.users.get(id);
  if (invited === undefined) return 'user_not_found';
  if (invited.deleted || invited.id === 'USLACKBOT') return 'cant_invite';
  return conversation.members.has(id) ? 'already_in_channel' : undefined;
}
