import {
  backoffMs,
  checkNumber,
  checkText,
  isServiceError,
  sleep,
  systemClock,
  type Clock,
} from '@x/http-core';
import { refuseArgument } from './errors.js';

/** What can be said about a message that is to be there once. */
export interface OnceOptions {
  /**
   * What tells this message from every other of its conversation. It goes along as `metadata.clientMessageId`. One of your own is looked
   * for before the message is sent at all, so that a program which was interrupted can call again. Default: a random one.
   */
  readonly clientMessageId?: string | undefined;
  /** How often it is sent again when it cannot be found. Default 2. */
  readonly retries?: number | undefined;
  /** Ends the call, in whatever phase it is. */
  readonly signal?: AbortSignal | undefined;
  /** The clock of the pauses. Default: that of the system. */
  readonly clock?: Clock | undefined;
}

/** How a message is sent under an id, and found again by it. */
export interface OnceSteps<Answer> {
  readonly send: (clientMessageId: string) => Promise<Answer>;
  readonly find: (clientMessageId: string) => Promise<Answer | undefined>;
}

/** Sends a message, and looks for it before it is sent again after a failure of which nobody knows whether it was taken. */
export async function postOnce<Answer>(
  { send, find }: OnceSteps<Answer>,
  { clientMessageId: given, retries = 2, signal, clock = systemClock }: OnceOptions,
): Promise<Answer> {
  checkNumber(refuseArgument, 'retries', retries);
  if (given !== undefined) {
    const found = await find(checkText(refuseArgument, 'clientMessageId', given));
    if (found !== undefined) return found;
  }
  const clientMessageId = given ?? crypto.randomUUID();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send(clientMessageId);
    } catch (error) {
      if (!isInDoubt(error)) throw error;
      await sleep(backoffMs(attempt), signal, clock);
      // Who cannot even look knows no more than before.
      const found = await find(clientMessageId).catch(() => {
        signal?.throwIfAborted();
        throw error;
      });
      if (found !== undefined) return found;
      if (attempt > retries) throw error;
    }
  }
}

/** Whether a post has failed in a way that leaves open what became of it. */
function isInDoubt(error: unknown): boolean {
  return isServiceError(error) && (/^(network|timeout)$/.test(error.kind) || Number(error.status) > 499);
}
