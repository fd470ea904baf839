import { isServiceError, type CallOptions, type Http, type Pace } from '@x/http-core';
import type { SlackArguments } from '../calls/arguments.js';
import { callMethod, checkCall } from '../calls/call-method.js';
import type { SendCall } from '../calls/chain.js';
import { createPacers, type Pacers } from './channel-pacers.js';
import { doubtful, isUndecided, tooManyCalls, unsentInTime, unsentOnClose } from '../calls/call-errors.js';
import { createHold, type Hold } from './hold.js';
import { createLimiter, textOf, type Turn } from './limiter.js';
import type { WebSettings } from '../options.js';
import { isReading } from '../calls/reading.js';

/** Calls a method over an HTTP that is given. */
export type SendCallBy = (http: Http, ...call: Parameters<SendCall>) => Promise<unknown>;

/** Calls methods at the pace that Slack allows; what writes and is not on its way when the client is closed ends then. */
export function createPacedCalls(
  settings: WebSettings,
  channels?: Pacers,
  closing?: AbortSignal,
): SendCallBy {
  const { clock, observe, rateLimit, maxRetryAfterMs, maxConcurrent, idempotency } = settings;
  const waits = rateLimit !== 'reject';
  const limiter = createLimiter({
    clock,
    channels: channels ?? createPacers(clock),
    paced: rateLimit === 'wait',
    // What is waited for is a little longer than what Slack asks for.
    patienceMs: waits ? maxRetryAfterMs * 1.1 : 0,
    maxConcurrent,
    refusal: tooManyCalls,
  });

  /** Waits for the turn of a call each time it is sent, and notes what became of it. */
  function follow(method: string, turn: Turn, seen: Seen): Pace {
    const limited = (retryAfterMs = 0): void => {
      const { channel } = turn;
      const event = { type: 'rate-limit', method, retryAfterMs, attempt: seen.attempt } as const;
      try {
        observe?.(channel === undefined ? event : { ...event, channel });
      } catch {
        // Who only watches cannot break a call.
      }
    };
    return async (send, over) => {
      if (closing !== undefined && !isReading(method)) {
        seen.hold ??= createHold(closing, () => {
          over.abort(unsentOnClose(method, seen.attempt > 0));
        });
      }
      seen.hold?.wait();
      const leave = await turn.enter(over.signal).catch((error: unknown) => {
        if (isServiceError(error) && error.kind === 'rate-limit') limited(error.retryAfterMs);
        // Nothing was sent, and it will not be.
        over.abort(error);
        throw error;
      });
      seen.hold?.go();
      seen.attempt += 1;
      const wasInDoubt = seen.inDoubt;
      // As long as nothing is known of it: the limit of the whole call may end it meanwhile.
      seen.inDoubt = true;
      try {
        return await send();
      } catch (error) {
        seen.inDoubt = wasInDoubt || isUndecided(error);
        const isLimit = isServiceError(error) && error.kind === 'rate-limit';
        if (isLimit) {
          const { retryAfterMs = 1000 } = error;
          // A little longer, so that not all clients come at once.
          turn.freeze(retryAfterMs * (1 + Math.random() / 10));
          limited(retryAfterMs);
          if (!waits) over.abort(error);
          seen.hold?.wait();
        }
        throw error;
      } finally {
        leave();
      }
    };
  }

  return async (http, method, args: SlackArguments = {}, call: CallOptions = {}) => {
    checkCall(method, args);
    const given = identified(method, args, idempotency);
    const isKnownAgain = idempotency && method === 'chat.postMessage' && hasId(given);
    const turn = limiter.turn(method, textOf(args['token']), args);
    const seen: Seen = { attempt: 0, inDoubt: false };
    const isHarmless = isReading(method);
    try {
      const repeatable = isKnownAgain || isHarmless;
      return await callMethod(http, method, given, call, {
        repeatable,
        pace: follow(method, turn, seen),
      });
    } catch (error) {
      if (seen.attempt === 0 && isServiceError(error) && error.kind === 'timeout') throw unsentInTime(error);
      throw seen.inDoubt && !isHarmless && isServiceError(error) ? doubtful(error, method) : error;
    } finally {
      seen.hold?.go();
      turn.leave();
    }
  };
}

/** What became of a call. */
interface Seen {
  attempt: number;
  /** Whether it has been sent and nobody knows what Slack did with it. */
  inDoubt: boolean;
  /** Whether it ends with the client. */
  hold?: Hold;
}

/** Whether an id goes along: what is `undefined` or `null` is left out. */
function hasId(args: Readonly<Record<string, unknown>>): boolean {
  return textOf(args['client_msg_id']) !== '';
}

/** A post with an id of its own, by which Slack knows it again: one for all times that it is sent. */
function identified(
  method: string,
  args: Readonly<Record<string, unknown>>,
  idempotency: boolean,
): Readonly<Record<string, unknown>> {
  if (!idempotency || method !== 'chat.postMessage' || hasId(args)) return args;
  // Pages without https cannot make one; there a post is not sent again.
  const id = (crypto as Partial<Crypto>).randomUUID?.();
  return id === undefined ? args : { ...args, client_msg_id: id };
}
