import { requireConversationScope } from '../auth/scopes.js';
import { SlackError } from '../errors.js';
import { requireConversation, requireMembership } from '../state/conversations.js';
import type { Conversation } from '../state/model.js';
import type { Call } from './method.js';

/** What a channel must be like for a change. */
export interface Condition {
  /** Whether only members may do it. Default true. */
  readonly asMember?: boolean;
  /** Whether it can also be done to an archived channel. Default false. */
  readonly evenArchived?: boolean;
  /** Whether it can also be done to a group message. Default false. */
  readonly alsoGroups?: boolean;
}

/** The channel that a call is about to change, if there is nothing against it. */
export function channelToChange(
  call: Call,
  { asMember = true, evenArchived = false, alsoGroups = false }: Condition = {},
): Conversation {
  const conversation = conversationToChange(call);
  const { kind, isArchived } = conversation;
  if (kind === 'im' || (kind === 'mpim' && !alsoGroups)) {
    throw new SlackError('method_not_supported_for_channel_type');
  }
  if (asMember) requireMembership(conversation, call.user.id);
  if (isArchived && !evenArchived) throw new SlackError('is_archived');
  return conversation;
}

/** The conversation of any kind that a call is about to change. */
export function conversationToChange({ service, args, token, user }: Call): Conversation {
  const conversation = requireConversation(service.store, args.text('channel') ?? '', user.id);
  requireConversationScope(service, token, conversation.kind, 'write');
  return conversation;
}
