import type { Clock } from '@x/http-core';

/** What is watched, and who is told. */
export interface LivenessOptions {
  readonly clock: Clock;
  readonly pingIntervalMs: number;
  /** Without it nothing is asked, and no silence is death. */
  readonly silenceMs?: number | undefined;
  readonly staleAfterMs: number;
  /** When a frame last came, and when an event. */
  readonly lastSeenAt: () => number;
  readonly lastEventAt: () => number;
  readonly ping: () => void;
  /** It is dead; told once. */
  readonly onDead: (code: 'SILENCE' | 'STALE', message: string) => void;
}

/** Watches a connection until it is stopped. */
export interface Liveness {
  /** Tries it now: after a time in which nobody could watch. */
  check(): void;
  stop(): void;
}

/**
 * Watches whether a connection lives. It goes by when frames came and never by how often a timer fired: pages that nobody looks
 * at have slow timers, and machines that sleep have none. Nothing is dead that has not been asked.
 */
export function watchLiveness(options: LivenessOptions): Liveness {
  const { clock, pingIntervalMs, silenceMs = Infinity, staleAfterMs } = options;
  const { lastSeenAt, lastEventAt, ping, onDead } = options;
  const answerMs = silenceMs - pingIntervalMs;
  let pingedAt = clock.now();
  /** Whether nothing has come since the last ping, and how often that was held against it. */
  let isAsked = false;
  let strikes = 0;
  let stop = (): void => undefined;

  function wait(): void {
    const next = Math.min(lastSeenAt() + pingIntervalMs, pingedAt + 2 * pingIntervalMs);
    const isAsking = isAsked || answerMs === Infinity;
    const due = Math.min(isAsking ? pingedAt + answerMs : next, lastEventAt() + staleAfterMs);
    stop();
    if (due === Infinity) return;
    stop = clock.after(Math.max(0, due - clock.now()), () => {
      look(due);
    });
  }

  function ask(): void {
    isAsked = true;
    pingedAt = clock.now();
    ping();
    wait();
  }

  function look(due: number): void {
    const now = clock.now();
    if (now - lastEventAt() >= staleAfterMs) {
      onDead('STALE', `no event came for ${staleAfterMs} ms`);
      return;
    }
    if (!isAsked || lastSeenAt() >= pingedAt) {
      isAsked = false;
      strikes = 0;
      const isDue = now - lastSeenAt() >= pingIntervalMs || now - pingedAt >= 2 * pingIntervalMs;
      (isDue ? ask : wait)();
      return;
    }
    if (now - pingedAt < answerMs) {
      wait();
      return;
    }
    strikes += 1;
    // Of what came while nothing ran, nothing has been read yet.
    const slept = now - due > 2 * pingIntervalMs;
    if (strikes < (slept || isHidden() ? 2 : 1)) ask();
    else onDead('SILENCE', `nothing came for ${now - lastSeenAt()} ms, not even the answer to a ping`);
  }

  wait();
  return {
    check: ask,
    stop: () => {
      stop();
    },
  };
}

/** Whether this is a page that nobody looks at. */
function isHidden(): boolean {
  const { document } = globalThis as { readonly document?: { readonly visibilityState?: string } };
  return document?.visibilityState === 'hidden';
}
