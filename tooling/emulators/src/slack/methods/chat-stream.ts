import { SlackError } from '../errors.js';
import { renderMessage } from '../render/message.js';
import { changeMessage, postMessage } from '../state/messages.js';
import { formatText } from '../text/format.js';
import { authorship } from './authorship.js';
import { readBlocks } from './blocks.js';
import { isAuthor, type Located, messageOf, postableConversation, threadOf } from './channel-argument.js';
import type { Answer, Call, MemberMethod } from './method.js';

const longestMarkdown = 12_000;
const chunkTypes = new Set(['markdown_text', 'task_update', 'plan_update', 'blocks']);

const shared = { json: true, access: 'member', scopes: ['chat:write', 'post'] } as const;

/** Messages that come bit by bit, as from a program that thinks aloud. */
export const streamMethods: readonly MemberMethod[] = [
  {
    ...shared,
    name: 'chat.startStream',
    tier: 'tier 2',
    handle(call) {
      const conversation = postableConversation(call);
      const { ts } = postMessage(call.service, conversation, {
        text: bitOf(call),
        blocks: undefined,
        attachments: undefined,
        metadata: undefined,
        ...authorship(call),
        streaming: 'in_progress',
        clientMessageId: call.args.text('client_msg_id'),
        threadTs: threadOf(conversation, call.args.text('thread_ts')),
      });
      return { channel: conversation.id, ts };
    },
  },
  {
    ...shared,
    name: 'chat.appendStream',
    tier: 'tier 4',
    handle(call) {
      const bit = bitOf(call);
      if (bit === '' && call.args.json('chunks', 'invalid_chunks') === undefined) {
        throw new SlackError('no_text');
      }
      const { conversation, message } = streamOf(call);
      changeMessage(call.service, conversation, message, { ...message, text: message.text + bit });
      return { channel: conversation.id, ts: message.ts };
    },
  },
  { ...shared, name: 'chat.stopStream', tier: 'tier 2', handle: stop },
];

function stop(call: Call): Answer {
  const { service } = call;
  const blocks = readBlocks(call);
  const { conversation, message } = streamOf(call);
  const after = changeMessage(service, conversation, message, {
    ...message,
    text: message.text + bitOf(call),
    ...(blocks === undefined ? {} : { blocks }),
    streaming: 'completed',
  });
  return {
    channel: conversation.id,
    ts: after.ts,
    message: renderMessage(service.store, conversation, after),
  };
}

/** A message that is still coming, of the app that began it. */
function streamOf(call: Call): Located {
  const located = messageOf(call);
  if (!isAuthor(located.message, call)) throw new SlackError('message_not_owned_by_app');
  if (located.message.streaming !== 'in_progress') throw new SlackError('message_not_in_streaming_state');
  return located;
}

/** What this call adds to the text. Chunks of other kinds show progress, which no text keeps. */
function bitOf({ args }: Call): string {
  const markdown = args.text('markdown_text') ?? '';
  if (markdown.length > longestMarkdown) throw new SlackError('msg_too_long');
  const chunks = args.json('chunks', 'invalid_chunks') ?? [];
  if (!Array.isArray(chunks)) throw new SlackError('invalid_chunks');
  const texts = chunks.map((chunk: unknown) => textOfChunk(chunk));
  return formatText(markdown + texts.join(''));
}

function textOfChunk(chunk: unknown): string {
  if (typeof chunk !== 'object' || chunk === null || !('type' in chunk)) {
    throw new SlackError('invalid_chunks');
  }
  if (typeof chunk.type !== 'string' || !chunkTypes.has(chunk.type)) throw new SlackError('invalid_chunks');
  return chunk.type === 'markdown_text' && 'text' in chunk && typeof chunk.text === 'string'
    ? chunk.text
    : '';
}
