import type { Clock } from '../../frame/index.js';
import type { FloodLimit } from '../switches.js';

/** Watches how fast one connection sends frames of one kind. */
export interface FloodGate {
  /** Whether a frame may pass, is one too many, or is the last straw. */
  pass(): 'pass' | 'too fast' | 'disconnect';
  /** In how many seconds, at least one, the next may. */
  waitSeconds(): number;
}

export function createFloodGate(clock: Clock, limit: () => FloodLimit | undefined): FloodGate {
  let left: number | undefined;
  let at = clock.now();
  let refused = 0;
  return {
    pass() {
      const flood = limit();
      if (flood === undefined) return 'pass';
      const now = clock.now();
      left = Math.min(flood.burst, (left ?? flood.burst) + ((now - at) / 1_000) * flood.perSecond);
      at = now;
      if (left >= 1) {
        left -= 1;
        refused = 0;
        return 'pass';
      }
      refused += 1;
      return refused > flood.patience ? 'disconnect' : 'too fast';
    },
    waitSeconds: () => Math.max(1, Math.ceil((1 - (left ?? 1)) / (limit()?.perSecond ?? 1))),
  };
}
