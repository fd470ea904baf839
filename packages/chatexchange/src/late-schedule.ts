import type { LaneName, Schedule, ScheduleOptions } from './schedule.js';

/** The queue of one account, which is loaded when something is first put into it: who only reads has no use for it. */
export function createLateSchedule(options: ScheduleOptions): Schedule {
  const early: Record<LaneName, number> = { posts: 0, votes: 0 };
  let schedule: Schedule | undefined;
  let loading: Promise<Schedule> | undefined;
  let isClosed = false;

  async function load(): Promise<Schedule> {
    try {
      const { createSchedule } = await import('./schedule.js');
      schedule = createSchedule(options);
      if (isClosed) schedule.close();
      return schedule;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  }

  return {
    async add(lane, turn, run) {
      // At once, unless somebody waits who came before.
      if (schedule !== undefined && early.posts + early.votes === 0) return schedule.add(lane, turn, run);
      // Who gives up before does not wait for it.
      Promise.resolve(turn.after).catch(() => undefined);
      early[lane] += 1;
      loading ??= load();
      let loaded: Schedule;
      try {
        loaded = await loading;
      } finally {
        early[lane] -= 1;
      }
      return loaded.add(lane, turn, run);
    },
    waiting: (lane) => early[lane] + (schedule?.waiting(lane) ?? 0),
    async drain(signal) {
      signal?.throwIfAborted();
      await (await loading)?.drain(signal);
    },
    close() {
      isClosed = true;
      schedule?.close();
    },
  };
}
