import type { Frame } from '../state/events.js';
import type { Connection } from './connection.js';

/** Why a frame was declined. The service documents the first code and was seen sending the second. */
export const noText = { code: 2, msg: 'message text is missing' };
export const tooFast = { code: -1, msg: 'slow down, too many messages...' };

/** What an `error` frame says to who sends too much of typing and presence: seen in clients, in no document. */
export function rateLimited(seconds: number): {
  readonly code: number;
  readonly msg: string;
  readonly retry_after: number;
} {
  return { code: 17, msg: 'Ratelimited', retry_after: seconds };
}

/** Every other reason: the words are those of the Web API, the code is a guess that no client should rely on. */
export function declined(msg: string): { readonly code: number; readonly msg: string } {
  return { code: 3, msg };
}

/** Answers a frame that cannot be carried out. */
export function replyError(
  connection: Connection,
  frame: Frame,
  error: { readonly code: number; readonly msg: string },
): void {
  connection.send({ ok: false, ...replyTo(frame), error });
}

/** Which frame an answer is for. */
export function replyTo(frame: Frame): { readonly reply_to?: unknown } {
  return frame['id'] === undefined ? {} : { reply_to: frame['id'] };
}
