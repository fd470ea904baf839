import { createManualClock } from '@x/emulators/frame';
import { expect, test } from 'vitest';
import { isServiceError } from '../src/index.js';
import { connect } from './emulator.js';

const posts = 10_000;
const atOnce = 20;

/** The same numbers each time, from 0 to 1. */
function createDice(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test('10,000 posts through limits, failures and broken connections: none is there twice, and each failure says what is true', async () => {
  const clock = createManualClock();
  // The limits of one sending are a matter of other tests: here only pauses take time.
  const { emulator, smooch } = await connect(
    { clock, timeoutMs: 2 ** 31 - 1, totalTimeoutMs: 2 ** 31 - 1, tokenLifetimeMs: 10 ** 10 },
    { clock },
  );
  await smooch.precreateUser('b6518');
  await smooch.precreateUser('other');
  const roll = createDice();
  const counts = { limited: 0, failed: 0, dropped: 0 };
  const refuses = { method: 'POST', path: /\/messages$/ } as const;
  const hits = (share: number, kind: keyof typeof counts) => () => {
    const isHit = roll() < share;
    if (isHit) counts[kind] += 1;
    return isHit;
  };
  const rule = { times: Infinity } as const;
  emulator.control.faults.add({
    ...rule,
    match: { ...refuses, where: hits(0.05, 'limited') },
    fault: { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
  });
  emulator.control.faults.add({
    ...rule,
    match: { ...refuses, where: hits(0.02, 'failed') },
    fault: { kind: 'status', status: 503 },
  });
  emulator.control.faults.add({
    ...rule,
    match: { ...refuses, where: hits(0.01, 'dropped') },
    fault: { kind: 'drop', when: 'after' },
  });

  const arrived = new Set<string>();
  const refused = new Set<string>();
  const inDoubt = new Set<string>();
  const wrong: unknown[] = [];
  let next = 0;
  const post = async (): Promise<void> => {
    for (let index = next++; index < posts; index = next++) {
      const text = String(index);
      // Two conversations hold what one has room for, at most 30,000.
      const userId = index % 2 === 0 ? 'b6518' : 'other';
      try {
        const { message } = await smooch.postMessage(userId, text);
        if (message.text !== text) wrong.push(message);
        arrived.add(text);
      } catch (error) {
        if (!isServiceError(error)) wrong.push(error);
        else if (error.kind === 'rate-limit' && error.retryable) refused.add(text);
        else if (/^(http|network)$/.test(error.kind) && !error.retryable) inDoubt.add(text);
        else wrong.push(error);
      }
    }
  };
  const turning = setInterval(() => void clock.advance(1000), 1);
  await Promise.all(Array.from({ length: atOnce }, post)).finally(() => clearInterval(turning));

  const kept = ['b6518', 'other']
    .flatMap((userId) => emulator.control.messages(userId))
    .map((message) => (message as { readonly text?: string }).text ?? '');
  expect(wrong).toEqual([]);
  expect(arrived.size + refused.size + inDoubt.size).toBe(posts);
  // No message twice.
  expect(new Set(kept).size).toBe(kept.length);
  const there = new Set(kept);
  // What is said to have arrived is there, and what is said to have been refused is not.
  expect([...arrived].filter((text) => !there.has(text))).toEqual([]);
  expect([...refused].filter((text) => there.has(text))).toEqual([]);
  // Of what is in doubt, the broken connections had arrived and the failures had not.
  expect([...inDoubt].filter((text) => there.has(text))).toHaveLength(counts.dropped);
  expect(inDoubt.size).toBe(counts.dropped + counts.failed);
  expect(counts).toEqual({
    limited: expect.toSatisfy((count: number) => count > 400 && count < 650) as unknown,
    failed: expect.toSatisfy((count: number) => count > 140 && count < 270) as unknown,
    dropped: expect.toSatisfy((count: number) => count > 60 && count < 150) as unknown,
  });
}, 120_000);
