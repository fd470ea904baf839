import { fail } from '../errors.js';
import type { Frame } from '../parse/frame.js';

/** Frames of one connection, taken in one after the other: some have to wait for what is fetched in between. */
export interface Pipeline {
  push(frame: Frame): void;
  /** Resolves when everything so far has been taken in; rejects when something could not be. */
  idle(): Promise<void>;
}

const mostWaiting = 1000;

/** Takes frames in from when `begin` resolves. After a failure, which `onError` hears of, nothing more is taken in. */
export function createPipeline(
  begin: Promise<void>,
  take: (frame: Frame) => Promise<void>,
  onError: (error: unknown) => void,
): Pipeline {
  let waiting = 0;
  let tail = begin;
  tail.catch(onError);
  async function next(before: Promise<void>, frame: Frame): Promise<void> {
    await before;
    await take(frame);
    waiting -= 1;
  }

  return {
    push(frame) {
      waiting += 1;
      if (waiting > mostWaiting) {
        onError(
          fail('protocol', 'FRAME_BACKLOG', `more than ${mostWaiting} frames wait`, { retryable: true }),
        );
        return;
      }
      tail = next(tail, frame);
      tail.catch(onError);
    },
    idle: () => tail,
  };
}
