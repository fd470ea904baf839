import type { Clock } from '../../frame/index.js';
import type { Tier } from '../methods/method.js';

export interface RateAllowance {
  readonly perMinute: number;
  /** How many calls may come at once after a rest. */
  readonly burst: number;
}

// The numbers a minute are documented; that bursts are tolerated too, but not how large they may be.
const allowances: Readonly<Record<Tier, RateAllowance>> = {
  'tier 1': { perMinute: 1, burst: 3 },
  'tier 2': { perMinute: 20, burst: 20 },
  'tier 3': { perMinute: 50, burst: 50 },
  'tier 4': { perMinute: 100, burst: 100 },
  'auth.test': { perMinute: 300, burst: 300 },
  'chat.postMessage': { perMinute: 60, burst: 3 },
};

const minuteMs = 60_000;

/** Counts calls. A method that is used up limits no other. */
export interface RateLimits {
  /** Counts a call; the seconds to wait when it is one too many, otherwise undefined. */
  take(method: { readonly name: string; readonly tier: Tier }, caller: string): number | undefined;
  /** Limits one method, also while the tiers are not enforced; undefined leaves it to its tier. */
  set(method: string, allowance: RateAllowance | undefined): void;
  /** Forgets all calls and all limits of single methods. */
  clear(): void;
}

export function createRateLimits(clock: Clock, tiersCount: () => boolean): RateLimits {
  const buckets = new Map<string, { left: number; at: number }>();
  const special = new Map<string, RateAllowance>();
  return {
    take({ name, tier }, caller) {
      const allowance = special.get(name) ?? (tiersCount() ? allowances[tier] : undefined);
      if (allowance === undefined) return undefined;
      const { perMinute, burst } = allowance;
      const key = `${name} ${caller}`;
      const now = clock.now();
      const bucket = buckets.get(key) ?? { left: burst, at: now };
      const left = Math.min(burst, bucket.left + ((now - bucket.at) * perMinute) / minuteMs);
      const isEnough = left >= 1;
      buckets.set(key, { left: isEnough ? left - 1 : left, at: now });
      return isEnough ? undefined : Math.max(1, Math.ceil(((1 - left) * 60) / perMinute));
    },
    clear() {
      buckets.clear();
      special.clear();
    },
    set(method, allowance) {
      if (allowance === undefined) special.delete(method);
      else special.set(method, allowance);
      for (const key of buckets.keys()) if (key.startsWith(`${method} `)) buckets.delete(key);
    },
  };
}
