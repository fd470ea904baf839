import { GCProfiler, getHeapStatistics } from 'node:v8';

/** One call to the end of its answer. */
export type Call = () => Promise<unknown>;

/** How often is called. */
export interface Turns {
  /** How many calls are under way at the same time. */
  readonly atOnce: readonly number[];
  /** Calls of a contender in a round: a multiple of each of `atOnce`. */
  readonly calls: number;
  readonly rounds: number;
  /** Rounds that do not count. */
  readonly warmUps: number;
}

/** What one round was for one contender. */
export interface Sample<Name extends string> {
  /** What was called. */
  readonly what: string;
  readonly atOnce: number;
  readonly contender: Name;
  readonly value: number;
}

/** All rounds, in order. */
export interface CallSamples<Name extends string> {
  /** Microseconds a call. */
  readonly time: readonly Sample<Name>[];
  /** Bytes a call. */
  readonly allocations: readonly Sample<Name>[];
}

/** Lets contenders make the same call in turns, in one process. */
export async function measureInTurns<Name extends string>(
  what: string,
  contenders: Readonly<Record<Name, Call>>,
  turns: Turns,
): Promise<CallSamples<Name>> {
  const time: Sample<Name>[] = [];
  const allocations: Sample<Name>[] = [];
  const all = Object.entries(contenders) as [Name, Call][];
  for (const atOnce of turns.atOnce) {
    for (let round = -turns.warmUps; round < turns.rounds; round += 1) {
      // Each goes first as often as the others do.
      const turn = Math.abs(round) % all.length;
      for (const [contender, call] of [...all.slice(turn), ...all.slice(0, turn)]) {
        const microseconds = await timeOf(call, turns.calls, atOnce);
        const bytes = await bytesOf(call, turns.calls, atOnce);
        if (round < 0) continue;
        time.push({ what, atOnce, contender, value: microseconds });
        allocations.push({ what, atOnce, contender, value: bytes });
      }
    }
  }
  return { time, allocations };
}

/** Measurements of several calls as one. */
export function joinSamples<Name extends string>(all: readonly CallSamples<Name>[]): CallSamples<Name> {
  return {
    time: all.flatMap(({ time }) => time),
    allocations: all.flatMap(({ allocations }) => allocations),
  };
}

async function run(call: Call, calls: number, atOnce: number): Promise<void> {
  for (let made = 0; made < calls; made += atOnce) {
    await Promise.all(Array.from({ length: atOnce }, call));
  }
}

/** Microseconds a call. */
async function timeOf(call: Call, calls: number, atOnce: number): Promise<number> {
  globalThis.gc?.();
  const began = performance.now();
  await run(call, calls, atOnce);
  return ((performance.now() - began) * 1000) / calls;
}

/** Bytes of the JavaScript heap a call: what it grew by, and what was collected meanwhile. */
async function bytesOf(call: Call, calls: number, atOnce: number): Promise<number> {
  globalThis.gc?.();
  const profiler = new GCProfiler();
  profiler.start();
  const before = getHeapStatistics().used_heap_size;
  await run(call, calls, atOnce);
  const after = getHeapStatistics().used_heap_size;
  const collected = profiler
    .stop()
    .statistics.map(
      ({ beforeGC, afterGC }) => beforeGC.heapStatistics.usedHeapSize - afterGC.heapStatistics.usedHeapSize,
    );
  return collected.reduce((sum, bytes) => sum + bytes, after - before) / calls;
}
