import type { Clock } from '../../frame/index.js';
import type { SlackSwitches } from '../switches.js';

/** Watches how fast one connection sends messages. */
export interface FloodGate {
  /** Whether a message may pass, is one too many, or is the last straw. */
  pass(): 'pass' | 'too fast' | 'disconnect';
}

export function createFloodGate(clock: Clock, switches: SlackSwitches): FloodGate {
  let left: number | undefined;
  let at = clock.now();
  let refused = 0;
  return {
    pass() {
      const { flood } = switches;
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
  };
}
