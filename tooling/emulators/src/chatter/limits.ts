import type { Clock } from '../frame/index.js';
import type { Grant } from './sessions.js';

const hourMs = 3_600_000;
const hoursOfDay = 24;
const usualDailyAllocation = 15_000;

/** The two budgets of calls: of the org for 24 hours, and of each user and application for an hour. */
export interface Limits {
  /** Counts a call against the org's budget. False when that is used up. */
  spendDaily(): boolean;
  /** Counts a call against the budget of this user and application. False when that is used up. */
  spendHourly(grant: Grant): boolean;
  /** `api-usage=14/15000` */
  usage(): string;
  /** A new budget for each user and application and hour, counted from now; undefined for none. */
  setHourly(calls: number | undefined): void;
  /** A new budget of the org, counted from now; undefined for the usual one. */
  setDaily(calls: number | undefined): void;
}

export function createLimits(clock: Clock): Limits {
  let hourly = Infinity;
  let daily = usualDailyAllocation;
  const callsOfOrg = new Map<number, number>();
  const callsOfUser = new Map<string, number>();
  const currentHour = (): number => Math.floor(clock.now() / hourMs);

  const usedToday = (): number => {
    let used = 0;
    for (const [hour, calls] of callsOfOrg) {
      if (hour > currentHour() - hoursOfDay) used += calls;
      else callsOfOrg.delete(hour);
    }
    return used;
  };

  return {
    spendDaily() {
      if (usedToday() >= daily) return false;
      increment(callsOfOrg, currentHour());
      return true;
    },
    spendHourly(grant) {
      const key = `${currentHour()} ${grant.userId} ${grant.client.clientId}`;
      if ((callsOfUser.get(key) ?? 0) >= hourly) return false;
      // Yesterday's hours are of no use to anybody.
      if (!callsOfUser.has(key) && callsOfUser.size > 1_000) callsOfUser.clear();
      increment(callsOfUser, key);
      return true;
    },
    usage: () => `api-usage=${usedToday()}/${daily}`,
    setHourly(calls) {
      hourly = calls ?? Infinity;
      callsOfUser.clear();
    },
    setDaily(calls) {
      daily = calls ?? usualDailyAllocation;
      callsOfOrg.clear();
    },
  };
}

function increment<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
