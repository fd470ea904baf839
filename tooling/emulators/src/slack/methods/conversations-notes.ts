import { missingArgument, SlackError } from '../errors.js';
import { renderWithReading } from '../render/conversation.js';
import { setNote } from '../state/channel-changes.js';
import { changeScopes } from './change-scopes.js';
import { channelToChange } from './conversation-argument.js';
import type { MemberMethod } from './method.js';

const longestNote = 250;

/** What a channel is about at the moment. */
export const conversationsSetTopic: MemberMethod = noteMethod('conversations.setTopic', 'topic');

/** What a channel is for. */
export const conversationsSetPurpose: MemberMethod = noteMethod('conversations.setPurpose', 'purpose');

function noteMethod(name: string, kind: 'topic' | 'purpose'): MemberMethod {
  return {
    name,
    tier: 'tier 2',
    json: true,
    access: 'member',
    scopes: ['channels:write.topic', 'groups:write.topic', ...changeScopes],
    handle(call) {
      const { service, args, user } = call;
      const conversation = channelToChange(call, { alsoGroups: true });
      // An empty text clears it; only leaving it out is a mistake.
      if (args.all[kind] === undefined) {
        throw new SlackError('invalid_arguments', missingArgument(kind).details);
      }
      const value = args.text(kind) ?? '';
      if (Array.from(value).length > longestNote) throw new SlackError('too_long');
      setNote(service, conversation, user, kind, value);
      return { channel: renderWithReading(service.store, conversation, user.id) };
    },
  };
}
