import { isServiceError, type CallOptions, type ServiceError } from '@x/http-core';
import { longest, limits } from './content/limits.js';
import { ChatExchangeError, fail, refuseArgument } from './errors.js';
import { checkDuplicates, type Duplicates } from './habits.js';
import type { Turn } from './lane.js';
import type { Context } from './model/context.js';
import type { Message } from './model/message.js';
import type { Room } from './model/room.js';

/** Where a text that is too long is cut: nowhere, at line ends, or between words. See {@link splitMessage}. */
export type Split = 'error' | 'lines' | 'words';

/** What one message can be told. */
export interface SendOptions extends CallOptions {
  /** Default: the client's option. */
  readonly duplicates?: Duplicates | undefined;
  /** Default `error`: too long a text is refused and nothing is sent. */
  readonly split?: Split | undefined;
}

/** What may be joined with others that wait. */
export interface Draft {
  readonly room: unknown;
  readonly text: string;
  readonly duplicates: Duplicates;
}

/** What is said, and where. */
interface Post {
  readonly room: Room | PromiseLike<Room>;
  readonly text: string;
  readonly parent?: Message | undefined;
  readonly options?: SendOptions | undefined;
}

const readable = (text: unknown): string =>
  typeof text === 'string' && text.trim() !== ''
    ? text.replaceAll(/\r\n?/g, '\n')
    : refuseArgument('text', 'a text that is not empty');

/** A text as the service takes it, or a refusal before anything is sent. */
export function checkMessage(text: unknown): string {
  const lines = readable(text);
  if (lines.length <= longest(lines)) return lines;
  throw fail(
    'usage',
    'MESSAGE_TOO_LONG',
    `a message has at most ${limits.line} characters in one line, or ${limits.lines} in several, and this has ${lines.length}: shorten or split it`,
  );
}

/** Says something in a room, in its turn; of a text that is split, all parts with nothing else of this client between. */
export async function post(
  context: Context,
  { room, text, parent, options }: Post,
): Promise<[Message, ...Message[]]> {
  context.assertOpen();
  const { split = 'error', duplicates = context.habits.duplicates, ...call } = options ?? {};
  checkSplit(split);
  checkDuplicates(refuseArgument, duplicates);
  const whole = split === 'error' ? checkMessage(text) : readable(text);
  const isWhole = whole.length <= longest(whole);
  const ready = Promise.all([
    room,
    context.me(),
    isWhole || split === 'error'
      ? [whole]
      : import('./content/split.js').then(({ splitMessage }) => splitMessage(whole, split)),
  ]);
  const mayBeJoined = context.habits.sendAggressively && isWhole && parent === undefined;
  const draft: Draft | undefined = mayBeJoined ? { room, text: whole, duplicates } : undefined;

  const sendPart = (index: number, turn: Turn): Promise<Sent> => {
    const repeats = { count: 0 };
    return context.schedule.add('posts', { ...turn, signal: call.signal }, async (signal, invite) => {
      // What is loaded in its turn lets nothing overtake it.
      const [[where, me, parts], { send }] = await Promise.all([ready, import('./send.js')]);
      const part = parts[index] ?? '';
      const message = await send(context, {
        room: where,
        me,
        text: draft === undefined ? part : (await import('./join.js')).join(draft, invite),
        // The rest follows the first anyway.
        parent: index === 0 ? parent : undefined,
        // A part may say what the one before has said: that is meant.
        duplicates: index > 0 && part === parts[index - 1] ? 'resend' : duplicates,
        repeats,
        call: { ...call, signal },
      });
      const hasRest = index + 1 < parts.length;
      return { message, rest: hasRest ? sendPart(index + 1, { isNext: true }) : undefined };
    });
  };

  const first = await sendPart(0, { after: ready, draft });
  const sent: [Message, ...Message[]] = [first.message];
  try {
    for (let { rest } = first; rest !== undefined;) {
      const next = await rest;
      sent.push(next.message);
      ({ rest } = next);
    }
    return sent;
  } catch (error) {
    throw isServiceError(error) ? interrupted(error, sent) : error;
  }
}

/** A part that is there, and the next, without waiting for it. */
interface Sent {
  readonly message: Message;
  readonly rest: Promise<Sent> | undefined;
}

/** Some parts are there: the whole must not be sent again. */
function interrupted(error: ServiceError, sent: readonly Message[]): ChatExchangeError {
  const { kind, code, status, retryAfterMs, message } = error;
  const facts = { kind, code, status, retryAfterMs, service: 'chatexchange', cause: error };
  return new ChatExchangeError(`${message} (after ${sent.length} parts were sent)`, {
    ...facts,
    details: { sent },
  });
}

function checkSplit(split: unknown): void {
  if (split !== 'error' && split !== 'lines' && split !== 'words') {
    refuseArgument('split', '"error", "lines" or "words"');
  }
}
