// Calls a server by each contender in turn, and says what every round took.
import { createRequire } from 'node:module';
import { GCProfiler, getHeapStatistics } from 'node:v8';
import { createChatter } from '@x/chatter';
import type { CallSamples, CallsTask, Contender, PageName } from '../../chatter/task.js';
import type { Jsforce } from './jsforce.js';

/** One call to the end of its answer. */
type Call = () => Promise<unknown>;

process.once('message', (task: CallsTask) => {
  void measure(task).then((samples) => process.send?.(samples));
});

async function measure(task: CallsTask): Promise<CallSamples> {
  const samples: CallSamples = { time: [], allocations: [] };
  for (const page of task.pages) {
    const contenders = Object.entries(contendersFor(task, page)) as [Contender, Call][];
    for (const atOnce of task.atOnce) {
      for (let round = -task.warmUps; round < task.rounds; round += 1) {
        // Each goes first as often as the others do.
        const turn = Math.abs(round) % contenders.length;
        for (const [contender, call] of [...contenders.slice(turn), ...contenders.slice(0, turn)]) {
          const time = await timeOf(call, task.calls, atOnce);
          const bytes = await bytesOf(call, task.calls, atOnce);
          if (round < 0) continue;
          samples.time.push({ page, atOnce, contender, value: time });
          samples.allocations.push({ page, atOnce, contender, value: bytes });
        }
      }
    }
  }
  return samples;
}

/** The same call as everybody would write it. */
function contendersFor(
  { url, version, accessToken, peers }: CallsTask,
  page: PageName,
): Record<Contender, Call> {
  const address = `${url}/services/data/v${version}/chatter/${page}`;
  const headers = { authorization: `Bearer ${accessToken}`, accept: 'application/json' };

  const chatter = createChatter({ instanceUrl: url, accessToken, version });
  const chains: Record<PageName, Call> = {
    'users/me': () => chatter.users.me(),
    'feeds/news/me/feed-elements': () => chatter.feeds.news.me.feed_elements(),
  };

  const { Connection } = createRequire(peers)('jsforce') as Jsforce;
  // It would else make ten calls at once, and let the others wait.
  const connection = new Connection({ instanceUrl: url, accessToken, version, maxRequest: 1000 });

  return {
    fetch: async () => {
      const response = await fetch(address, { headers });
      if (!response.ok) throw new Error(`fetch was answered ${response.status}`);
      return response.json();
    },
    '@x/chatter': chains[page],
    jsforce: async () => connection.chatter.resource(`/${page}`).retrieve(),
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
