import type { CallOptions } from '@x/http-core';
import type { Conversation } from '../types/conversation.js';
import type { SlackWeb } from '../web.js';
import type { ExtractOptions, ExtractSettings } from './extract-options.js';
import { nameOfConversation, type LogNames } from './names.js';
import type { LogHeader } from './records.js';

/** The header of a log of one conversation. */
export async function headerOf(
  web: SlackWeb,
  conversation: Conversation,
  {
    start,
    end,
    threads,
    tool = '@x/slack-rtm',
    generated,
    names,
    call,
  }: Pick<ExtractOptions, 'tool' | 'generated'> &
    Pick<ExtractSettings, 'start' | 'end' | 'threads'> & {
      readonly names: LogNames;
      readonly call: CallOptions;
    },
): Promise<LogHeader> {
  const { team_id: id, team, url } = await web.auth.test({}, call);
  return {
    type: 'header',
    version: 1,
    workspace: { id, name: team, url },
    channel: {
      id: conversation.id,
      name: await nameOfConversation(conversation, (user) => names.user(user)),
      kind: kindOf(conversation),
    },
    range: { start: start ?? null, end: end ?? null },
    threads,
    tool,
    ...(generated !== undefined && { generated: generated.toISOString() }),
  };
}

function kindOf({ is_im: isIm, is_mpim: isMpim, is_private: isPrivate, is_group: isGroup }: Conversation) {
  if (isIm === true) return 'im';
  if (isMpim === true) return 'mpim';
  return isPrivate === true || isGroup === true ? 'group' : 'channel';
}
