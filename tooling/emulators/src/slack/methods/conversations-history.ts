import { conversationScopes } from '../auth/scopes.js';
import { countBefore } from '../state/message-log.js';
import { messagePage, readableConversation } from './message-page.js';
import { messagesBetween, type MessageWindow } from './message-window.js';
import type { Call, MemberMethod } from './method.js';

const usualLimit = 100;
const dayMs = 86_400_000;

/** Newest first, without the replies that stayed in their threads. */
export const conversationsHistory: MemberMethod = {
  name: 'conversations.history',
  tier: 'tier 3',
  json: true,
  access: 'member',
  scopes: conversationScopes('history'),
  handle(call) {
    const conversation = readableConversation(call);
    const window = messagesBetween(call.args, conversation.messages.main);
    const hidden = hiddenCount(call, window);
    const start = Math.min(window.end, Math.max(window.start, hidden));
    return {
      ...messagePage(call, conversation, { ...window, start }, { usualLimit, newestFirst: true }),
      ...(hidden > window.start ? { is_limited: true } : {}),
      pin_count: conversation.pins.size,
      channel_actions_ts: null,
      channel_actions_count: 0,
    };
  },
};

/** How many messages are older than the plan of the team lets anybody see. */
function hiddenCount({ service: { clock, switches } }: Call, { list }: MessageWindow): number {
  const { historyDays } = switches;
  return historyDays === undefined ? 0 : countBefore(list, (clock.now() - historyDays * dayMs) * 1_000);
}
