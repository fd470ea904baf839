import type { Clock } from '@x/http-core';
import { slackError } from '../errors.js';

/** Slack waits three seconds; an acknowledgement needs its time on the way. */
const limitMs = 2500;
/** One as long as this is dropped without a word. */
const tooManyBytes = 20_480;

/** The acknowledgement of one envelope: it goes once, when all have done with it. */
export interface Acknowledgement {
  readonly isOver: boolean;
  /** Everybody has been told: it goes as soon as nobody has it any more, or the time is over. */
  told(): void;
  /** Somebody has it now, and lets go of it later. */
  hold(): void;
  /** One who had it has done with it. */
  readonly release: () => void;
  /** One who had it has failed. */
  readonly fail: () => void;
  /** Goes now: the time is over. */
  go(): void;
  /** Goes now, with an answer where there is one; throws for an answer that cannot go. */
  readonly ack: (payload?: object) => void;
}

/** What an acknowledgement needs to know. */
export interface AcknowledgementOptions {
  readonly envelopeId: string;
  readonly takesPayload: boolean;
  readonly clock: Clock;
  /** Writes to the connection that delivered it; false when that is gone. */
  readonly send: (frame: object) => boolean;
  /** Whether it goes also when somebody has failed. */
  readonly evenIfFailed: boolean;
  /** Everybody has been told, and somebody has not done with it. */
  readonly onWaiting: () => void;
  /** It went, or never will. */
  readonly onOver: (isAcknowledged: boolean) => void;
}

/** Makes an acknowledgement. Whoever makes it has it until everybody has been told. */
export function createAcknowledgement(options: AcknowledgementOptions): Acknowledgement {
  const { envelopeId, clock, send, onOver } = options;
  let holders = 1;
  let hasFailed = false;
  let isOver = false;
  let stopLimit = (): void => undefined;

  function finish(isAcknowledged: boolean, payload?: object): boolean {
    if (isOver) return false;
    isOver = true;
    stopLimit();
    const isSent =
      isAcknowledged && send({ envelope_id: envelopeId, ...(payload !== undefined && { payload }) });
    onOver(isAcknowledged);
    return isSent;
  }

  function release(): void {
    holders -= 1;
    if (holders === 0) finish(!hasFailed || options.evenIfFailed);
  }

  return {
    get isOver() {
      return isOver;
    },
    told() {
      release();
      // Most are over by now, and never need a timer.
      if (isOver) return;
      options.onWaiting();
      stopLimit = clock.after(limitMs, () => {
        finish(true);
      });
    },
    hold() {
      holders += 1;
    },
    release,
    fail() {
      hasFailed = true;
      release();
    },
    go() {
      finish(true);
    },
    ack(payload) {
      if (payload === undefined) {
        finish(true);
        return;
      }
      if (isOver) throw unanswered('usage', 'ACKNOWLEDGED', 'it has been acknowledged already');
      const refusal = refusalOf(options, payload);
      const isSent = finish(true, refusal === undefined ? payload : undefined);
      if (refusal !== undefined) throw unanswered('usage', 'INVALID_REQUEST', refusal);
      if (!isSent) throw unanswered('closed', 'NOT_READY', 'the connection that brought it is gone');
    },
  };
}

function unanswered(kind: 'usage' | 'closed', code: string, why: string): Error {
  return slackError(
    kind,
    code,
    `an envelope was not answered: ${why}; answer by its response_url or the Web API`,
  );
}

/** Why an answer would be dropped by Slack. */
function refusalOf(
  { envelopeId, takesPayload }: AcknowledgementOptions,
  payload: object,
): string | undefined {
  if (!takesPayload) return 'it takes no answer (accepts_response_payload)';
  if (typeof payload !== 'object' || payload === null) return 'an answer is an object';
  const length = lengthOf({ envelope_id: envelopeId, payload });
  if (length === undefined) return 'an answer goes as JSON, which this one cannot';
  return length < tooManyBytes
    ? undefined
    : `its acknowledgement would be ${length} bytes long, and Slack drops what is ${tooManyBytes} or more`;
}

function lengthOf(frame: object): number | undefined {
  try {
    return new TextEncoder().encode(JSON.stringify(frame)).length;
  } catch {
    return undefined;
  }
}
