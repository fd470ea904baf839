import type { Clock } from '../../frame/index.js';

const hourMs = 3_600_000;

/** How often a user may log in within an hour. */
export interface LoginRate {
  /** Counts a login. False when there were too many. */
  spend(userId: string): boolean;
  /** A new rate for each user, counted from now. */
  set(loginsPerHour: number): void;
}

/** The rate that the service allows. */
export const usualLoginRate = 3_600;

export function createLoginRate(clock: Clock): LoginRate {
  const logins = new Map<string, number[]>();
  let rate = usualLoginRate;
  return {
    spend(userId) {
      const recent = (logins.get(userId) ?? []).filter((time) => time > clock.now() - hourMs);
      logins.set(userId, recent);
      if (recent.length >= rate) return false;
      recent.push(clock.now());
      return true;
    },
    set(loginsPerHour) {
      rate = loginsPerHour;
      logins.clear();
    },
  };
}
