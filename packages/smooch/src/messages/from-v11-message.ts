import type { Action } from '../types/action.js';
import type { Message, MessageSource, QuotedMessage } from '../types/message.js';
import type { Content } from '../v2/types/content.js';
import type {
  Message as V2Message,
  QuotedMessage as V2QuotedMessage,
  Source as V2Source,
} from '../v2/types/message.js';

/**
 * A message of v1.1 or v1 as v2 shows it, so that code which reads messages can move over before those who send them do. Ids of
 * actions, items and fields, which v2 does not have, are left out; what no document describes comes along as it is.
 *
 * @example
 * ```ts
 * import { fromV11Message } from '@x/smooch';
 * import type { Message } from '@x/smooch/v2';
 * import { createWebhookHandler } from '@x/smooch/webhooks';
 *
 * declare function take(message: Message): void;
 *
 * export const handler = createWebhookHandler({
 *   secrets: 'a secret',
 *   on: {
 *     'message:appUser': ({ messages }) => messages.map(fromV11Message).forEach(take),
 *     'conversation:message': ({ payload }) => take(payload.message),
 *   },
 * });
 * ```
 */
export function fromV11Message(message: Message): V2Message {
  const {
    _id,
    role,
    authorId,
    received,
    name,
    email: _email,
    avatarUrl,
    source,
    metadata,
    quotedMessage,
    ...said
  } = message;
  const isUser = role === 'appUser';
  return {
    id: _id,
    received: isoOf(received),
    author: {
      type: isUser ? 'user' : 'business',
      ...(isUser && { userId: authorId }),
      ...(name !== undefined && { displayName: name }),
      ...(avatarUrl !== undefined && { avatarUrl }),
    },
    content: contentOf(said),
    ...(source !== undefined && { source: sourceOf(source) }),
    ...(metadata !== undefined && { metadata }),
    ...(quotedMessage !== undefined && { quotedMessage: quotedOf(quotedMessage) }),
  };
}

/** What is left of a message without what is about it. */
interface Said {
  readonly type: Content['type'];
  readonly text?: string;
  readonly actions?: readonly Action[];
  readonly [field: string]: unknown;
}

function contentOf(said: Said): Content {
  const { text, actions, ...rest } = withoutIds(said) as Said;
  const isMedia = said.type === 'image' || said.type === 'file';
  return {
    ...rest,
    // One space stands for nothing.
    ...(text !== undefined && !(isMedia && text === ' ') && { text }),
    // v1.1 shows lists of actions that are empty.
    ...(actions !== undefined && actions.length > 0 && { actions }),
  } as Content;
}

/** The same without ids, and without the empty addresses of actions that open nothing. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, each]) => key !== '_id' && !(key === 'uri' && each === ''),
  );
  return Object.fromEntries(
    // What is the user's own stays as it is.
    kept.map(([key, each]) => [key, key === 'metadata' ? (each as unknown) : withoutIds(each)]),
  );
}

function sourceOf({
  type,
  integrationId,
  originalMessageId,
  originalMessageTimestamp,
}: MessageSource): V2Source {
  return {
    ...(type !== undefined && { type: type === 'api' ? 'api:conversations' : type }),
    ...(integrationId !== undefined && { integrationId }),
    ...(originalMessageId !== undefined && { originalMessageId }),
    ...(originalMessageTimestamp !== undefined && {
      originalMessageTimestamp: isoOf(originalMessageTimestamp),
    }),
  };
}

function quotedOf({ type, content, externalMessageId }: QuotedMessage): V2QuotedMessage {
  return {
    type,
    ...(content !== undefined && { message: fromV11Message(content) }),
    ...(externalMessageId !== undefined && { externalMessageId }),
  };
}

/** Seconds since 1970 as the text of v2. */
function isoOf(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString();
}
