import { plainContent } from './methods/content.js';
import { find, memberOf, requireMessage } from './lookups.js';
import type { Service } from './service.js';
import { completeFile, shareFiles } from './state/files.js';
import { postMessage } from './state/messages.js';
import { newFile } from './state/new-file.js';
import { announceTyping } from './state/typing.js';
import type { Timestamp } from './timestamps.js';

/** What a post may be besides its text. */
export interface PostOptions {
  /** The message whose thread it goes to. */
  readonly threadTs?: Timestamp;
  /** Also shows a reply in the channel itself. Default false. */
  readonly broadcast?: boolean;
  /** In the place of the block that the service makes of what a person typed. */
  readonly blocks?: readonly unknown[];
  readonly attachments?: readonly unknown[];
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** Such as `me_message`. Default: none. */
  readonly subtype?: string;
  /** Of a bot that posts under another name, which makes it a `bot_message`. */
  readonly username?: string;
  readonly clientMsgId?: string;
}

/** A file that somebody shares. */
export interface UploadedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Default: the name. */
  readonly title?: string;
  /** What is said with it. Default: nothing. */
  readonly comment?: string;
  readonly threadTs?: Timestamp;
}

/** What people post at their own screens. Users and channels are named by id or by name. */
export interface SlackPosts {
  /** A member posts; the result is the `ts`. `say` does the same for a plain text. */
  post(user: string, channel: string, text: string, options?: PostOptions): Timestamp;
  /** A member posts so many messages at once; the results are their `ts`. */
  burst(user: string, channel: string, count: number): readonly Timestamp[];
  /** A member shares a file; the result is its id. */
  upload(user: string, channel: string, file: UploadedFile): string;
  /** A member is seen typing. */
  typing(user: string, channel: string, options?: { readonly threadTs?: Timestamp }): void;
}

export function createPosts(service: Service): SlackPosts {
  const { store } = service;
  const placeOf = (user: string, channel: string) => {
    const conversation = find(store.conversations, channel, 'channel');
    return { conversation, author: memberOf(service, conversation, user) };
  };
  const post: SlackPosts['post'] = (user, channel, text, options = {}) => {
    const { conversation, author } = placeOf(user, channel);
    const { threadTs, broadcast = false, username } = options;
    const isDisguised = username !== undefined && author.botId !== undefined;
    if (threadTs !== undefined) requireMessage(conversation, threadTs);
    const plain = plainContent(service, text, author);
    const subtype = options.subtype ?? (isDisguised ? 'bot_message' : undefined);
    const { ts } = postMessage(
      service,
      conversation,
      {
        text: plain.text,
        blocks: options.blocks ?? plain.blocks,
        attachments: options.attachments,
        metadata: options.metadata,
        ...(subtype === undefined ? {} : { subtype }),
        userId: isDisguised ? undefined : author.id,
        botId: author.botId,
        username,
        clientMessageId:
          options.clientMsgId ?? (author.botId === undefined ? service.ids.clientMessage() : undefined),
        threadTs,
      },
      { broadcast: broadcast && threadTs !== undefined },
    );
    return ts;
  };

  return {
    post,
    burst: (user, channel, count) =>
      Array.from({ length: count }, (_, index) => post(user, channel, `${index + 1} of ${count}`)),
    upload(user, channel, { name, content, title = name, comment = '', threadTs }) {
      const { conversation, author } = placeOf(user, channel);
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const file = newFile(service, { name, size: bytes.byteLength, userId: author.id });
      file.bytes = bytes;
      completeFile(service, file, title);
      shareFiles(service, conversation, [file], {
        ...plainContent(service, comment, author),
        userId: author.id,
        botId: author.botId,
        threadTs,
      });
      return file.id;
    },
    typing(user, channel, { threadTs } = {}) {
      const { conversation, author } = placeOf(user, channel);
      announceTyping(service, conversation, author.id, threadTs);
    },
  };
}
