import { isServiceError, type CallOptions } from '@x/http-core';
import { tell } from './act.js';
import { fail } from './errors.js';
import { loadTranscript, userOf } from './messages.js';
import type { Context } from './model/context.js';
import type { MessageFacts } from './model/message-facts.js';
import type { Message } from './model/message.js';
import type { User } from './model/user.js';
import { cutOf } from './parse/cut.js';
import { parseMessageHistory, type MessageHistory } from './parse/message-history.js';
import { path } from './path.js';

/** One step in what became of a message: see {@link Message.history}. */
export interface MessageRevision {
  /** In the service's word. */
  readonly kind: 'said' | 'edited' | 'deleted' | (string & {});
  /** Who did it; `undefined` when the account is gone. */
  readonly user: User | undefined;
  /** The name of who did it, also when the account is gone. */
  readonly userName: string;
  /** The words from then on, as they were written; `undefined` of a step that changed none. */
  readonly source: string | undefined;
  /** When, in the page's own words, UTC, without the day: `1:45 AM`. */
  readonly clockTime: string | undefined;
}

/** What the page of a message's history says. Of what was removed it is there for its author and for owners only. */
export async function readMessageHistory(
  context: Context,
  message: Message,
  call?: CallOptions,
): Promise<MessageHistory> {
  const read = async (): Promise<MessageHistory> =>
    parseMessageHistory(await context.http.page(path`/messages/${message.id}/history`, call));
  try {
    return await read();
  } catch (error) {
    if (!isNotFound(error) || !(await isDeleted(context, message, call))) throw error;
  }
  try {
    // Whoever has read without an account so far may be its author.
    await context.me(call?.signal);
    return await read();
  } catch (error) {
    if (!isNotFound(error) && !(isServiceError(error) && error.kind === 'auth')) throw error;
    throw fail(
      'refused',
      'MESSAGE_DELETED',
      `message ${message.id} was removed: its history is not for you`,
      { status: 404 },
    );
  }
}

/** What the history of a message says of its present. */
export function factsOf(context: Context, history: MessageHistory): Partial<MessageFacts> {
  const { roomId, content, deleted, stars, pins, steps } = history;
  const edits = steps.filter(({ kind }) => kind === 'edited');
  return {
    ...(roomId !== undefined && { room: context.rooms.get(roomId) }),
    ...(!deleted && content !== undefined && cutOf(content) === undefined && { content }),
    owner: userOf(context, history.owner),
    contentSource: steps.find(({ source }) => source !== undefined)?.source,
    deleted,
    stars,
    pins,
    pinned: pins > 0,
    pinners: history.pinners.map(({ id, name }) => context.users.get(id).learn({ name })),
    edits: edits.length,
    edited: edits.length > 0,
    editor: userOf(context, edits[0]?.user),
  };
}

/** What the history of a message says of it; nothing of one that was removed and whose history is not for this account. */
export async function loadHistory(
  context: Context,
  message: Message,
  call?: CallOptions,
): Promise<Partial<MessageFacts>> {
  try {
    return factsOf(context, await readMessageHistory(context, message, call));
  } catch (error) {
    if (isServiceError(error) && error.code === 'MESSAGE_DELETED') {
      return { contentSource: undefined, editor: undefined };
    }
    throw error;
  }
}

/** The source of a message, if the service gives it away alone. */
export async function loadSource(
  context: Context,
  message: Message,
  call?: CallOptions,
): Promise<Partial<MessageFacts>> {
  try {
    return { contentSource: await context.http.text(`${path`/message/${message.id}`}?plain=true`, call) };
  } catch (error) {
    if (isNotFound(error)) return {};
    throw error;
  }
}

/** All that became of a message, the newest first. */
export async function loadRevisions(
  context: Context,
  message: Message,
  call?: CallOptions,
): Promise<MessageRevision[]> {
  let history: MessageHistory | undefined;
  await message.learnFrom(async () => {
    history = await readMessageHistory(context, message, call);
    return { facts: factsOf(context, history) };
  });
  return (history?.steps ?? []).map(({ user, ...step }) =>
    Object.assign(step, { user: userOf(context, user) }),
  );
}

/** Removes the earlier wordings; the service leads to what is left. */
export async function purgeHistory(context: Context, message: Message, call?: CallOptions): Promise<void> {
  await message.learnFrom(async () => {
    await tell(context, path`/messages/${message.id}/purge-history`, {}, call);
    return { facts: {}, stale: ['edited', 'edits', 'editor'] };
  });
}

function isNotFound(error: unknown): boolean {
  return isServiceError(error) && error.code === 'NOT_FOUND';
}

/** The service hides what was removed as if it had never been; the transcript shows where it was. */
async function isDeleted(context: Context, message: Message, call?: CallOptions): Promise<boolean> {
  if (message.known.deleted !== true) {
    await message.learnFrom(async () => ({ facts: await loadTranscript(context, message, call) }));
  }
  return message.known.deleted === true;
}
