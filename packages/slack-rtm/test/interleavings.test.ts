import { createRandom } from '@x/emulators/frame';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { closeSlowly, connectSlowly, loadAll, said, type SlowClient } from './slow-client.js';

beforeAll(loadAll);
afterEach(() => {
  vi.restoreAllMocks();
});

type Random = ReturnType<typeof createRandom>;

/** A delay that stays for a while and then is another, mostly short and at times up to `mostMs`. */
function wavering(random: Random, mostMs: number): () => number {
  let ms = 0;
  return () => {
    if (random.integer(8) === 0) ms = random.integer(random.integer(4) === 0 ? mostMs : 300);
    return ms;
  };
}

/** Somebody who says something in one of the channels, now and then in a thread. */
function createSpeaker({ emulator, channels }: SlowClient, random: Random): () => void {
  const { control, credentials } = emulator;
  const threads = channels.map((): string[] => []);
  return () => {
    const index = random.integer(channels.length);
    const own = threads[index] ?? [];
    const threadTs = own.length > 0 && random.integer(3) === 0 ? random.pick(own) : undefined;
    const options = threadTs === undefined ? {} : { threadTs };
    const ts = control.say(channels[index] ?? '', credentials.userName, 'said', options);
    if (threadTs === undefined && (own.length < 2 || random.integer(30) === 0)) own.push(ts);
    if (own.length > 3) own.shift();
  };
}

/**
 * Lets people talk, connections fall, go deaf and be replaced, while the wire is now fast and now slow. What a deaf connection
 * missed nobody can know when Slack announces its end, or goes on where it believes that it ended: those do not come together.
 */
async function live(slow: SlowClient, random: Random): Promise<void> {
  const { emulator, wire, clock, slack, channels, pass } = slow;
  const { control } = emulator;
  wire.delays.frame = wavering(random, 9000);
  wire.delays.call = wavering(random, 1500);
  wire.delays.answer = wavering(random, 3000);
  const speak = createSpeaker(slow, random);
  /** Connections that bring no events any more, and whether the client has one. */
  const deaf = new Set<string>();
  let isDeaf = false;
  let replacedAt = -Infinity;
  slack.on('state', ({ to }) => {
    if (to === 'ready') isDeaf = control.connections().some(({ id }) => deaf.has(id));
  });
  for (let step = 0; step < 120; step += 1) {
    const dice = random.integer(100);
    if (dice < 70) {
      for (let count = random.integer(6); count >= 0; count -= 1) speak();
    } else if (dice < 73) {
      const how = random.pick(['drop', 'close', 'no events', 'no events', 'silence'] as const);
      if (how === 'no events' && clock.now() - replacedAt < 60_000) continue;
      control.configure({ fastReconnect: !isDeaf && random.integer(2) === 0 });
      control.cut(how);
      if (how === 'no events') {
        isDeaf = true;
        for (const { id } of control.connections()) deaf.add(id);
      }
    } else if (dice < 76 && !isDeaf) {
      replacedAt = clock.now();
      control.goodbye({ graceMs: 10_000 + random.integer(20_000) });
    } else if (dice < 79) {
      slack.send(random.pick(channels), `sent ${step}`).catch(() => undefined);
    } else {
      await pass(random.integer(random.integer(4) === 0 ? 30_000 : 1000));
    }
  }
  wire.delays.frame = () => 50;
  await pass(150_000);
}

// More of them, for a longer look: SEEDS=200.
const seeds = Array.from({ length: Number(process.env['SEEDS'] ?? 20) }, (_none, index) => index + 1);

test.each(seeds)(
  'all is told once and in order, whatever is late, lost or deaf (seed %i)',
  async (seed) => {
    // Pauses between attempts are of random length.
    const jitter = createRandom(seed);
    vi.spyOn(Math, 'random').mockImplementation(() => jitter.integer(1000) / 1000);
    const slow = await connectSlowly();
    await live(slow, createRandom(seed));
    await closeSlowly(slow);
    for (const channel of slow.channels) expect(slow.told.get(channel)).toEqual(said(slow, channel));
    expect(slow.caughtUp.filter(({ truncated }) => truncated)).toEqual([]);
  },
  30_000,
);
