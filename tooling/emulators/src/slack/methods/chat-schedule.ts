import { missingArgument, SlackError } from '../errors.js';
import { requireConversation } from '../state/conversations.js';
import { schedule as scheduleMessage } from '../state/scheduled.js';
import { isTimestamp, microsOf } from '../timestamps.js';
import { pageOf } from '../wire/paging.js';
import { authorship } from './authorship.js';
import { postableConversation, threadOf } from './channel-argument.js';
import { readContent } from './content.js';
import type { Call, MemberMethod } from './method.js';

/** How far ahead a message can be scheduled. */
const longestWaitSeconds = 120 * 86_400;
const usualLimit = 100;

const shared = { tier: 'tier 3', json: true, access: 'member', scopes: ['chat:write', 'post'] } as const;

/** Messages that wait for their time, which they do by the emulator's clock. */
export const scheduleMethods: readonly MemberMethod[] = [
  { ...shared, name: 'chat.scheduleMessage', handle: schedule },
  { ...shared, name: 'chat.deleteScheduledMessage', handle: unschedule },
  { ...shared, name: 'chat.scheduledMessages.list', scopes: [], handle: list },
];

function schedule(call: Call): Record<string, unknown> {
  const { service, args, token, user } = call;
  const { clock, store } = service;
  const conversation = postableConversation(call);
  const postAt = timeOf(call);
  const { content } = readContent(service, args, user);
  const draft = {
    ...content,
    ...authorship(call),
    threadTs: threadOf(conversation, args.text('thread_ts')),
  };
  const broadcast = draft.threadTs !== undefined && args.flag('reply_broadcast');
  const id = service.ids.scheduled();
  scheduleMessage(service, {
    id,
    channelId: conversation.id,
    appId: token.appId,
    userId: user.id,
    postAt,
    created: Math.floor(clock.now() / 1_000),
    text: draft.text,
    draft,
    broadcast,
  });
  const bot = draft.botId === undefined ? undefined : store.bots.get(draft.botId);
  return {
    channel: conversation.id,
    scheduled_message_id: id,
    // The one number that the service gives back as a text.
    post_at: String(postAt),
    message: {
      text: draft.text,
      ...(bot === undefined
        ? { user: user.id }
        : { username: draft.username ?? bot.name, bot_id: bot.id, subtype: 'bot_message' }),
      ...(draft.attachments === undefined ? {} : { attachments: draft.attachments }),
      ...(draft.blocks === undefined ? {} : { blocks: draft.blocks }),
      type: 'delayed_message',
    },
  };
}

function timeOf({ service, args }: Call): number {
  const text = args.text('post_at');
  if (text === undefined) throw missingArgument('post_at');
  if (!isTimestamp(text)) throw new SlackError('invalid_time');
  const postAt = Math.floor(Number(text));
  const wait = postAt - service.clock.now() / 1_000;
  if (wait <= 0) throw new SlackError('time_in_past');
  if (wait > longestWaitSeconds) throw new SlackError('time_too_far');
  return postAt;
}

function unschedule({ service, args, token, user }: Call): Record<string, unknown> {
  const conversation = requireConversation(service.store, args.text('channel') ?? '', user.id);
  const scheduled = service.store.scheduled.get(args.requiredText('scheduled_message_id'));
  if (scheduled?.channelId !== conversation.id || scheduled.appId !== token.appId) {
    throw new SlackError('invalid_scheduled_message_id');
  }
  scheduled.cancel();
  service.store.scheduled.delete(scheduled.id);
  return {};
}

function list({ service, args, token }: Call): Record<string, unknown> {
  const { scheduled, conversations } = service.store;
  const channel = args.text('channel');
  if (channel !== undefined && !conversations.has(channel)) throw new SlackError('invalid_channel');
  const [oldest, latest] = [boundOf(args.text('oldest'), 0), boundOf(args.text('latest'), Infinity)];
  const page = pageOf(service, {
    items: [...scheduled.values()].filter(
      (one) =>
        one.appId === token.appId &&
        (channel === undefined || one.channelId === channel) &&
        one.postAt * 1_000_000 >= oldest &&
        one.postAt * 1_000_000 <= latest,
    ),
    kind: 'id',
    keyOf: ({ id }) => id,
    cursor: args.text('cursor'),
    limit: args.count('limit', 'invalid_arguments') ?? usualLimit,
  });
  return {
    scheduled_messages: page.items.map(({ id, channelId, postAt, created, text }) => ({
      id,
      channel_id: channelId,
      post_at: postAt,
      date_created: created,
      text,
    })),
    response_metadata: { next_cursor: page.nextCursor },
  };
}

function boundOf(text: string | undefined, otherwise: number): number {
  return text !== undefined && isTimestamp(text) ? microsOf(text) : otherwise;
}
