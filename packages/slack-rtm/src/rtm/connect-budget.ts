import type { Clock } from '@x/http-core';
import { createPacer, type Pacer } from '../pace/pacer.js';

/** Slack allows connecting about once a minute and forgives a few calls more. */
const calls = 5;
const refillMs = 30_000;

/** One for each token, whichever clients in this process have it. Clocks count apart: they belong to tests. */
const budgets = /* @__PURE__ */ new WeakMap<Clock, Map<unknown, Pacer>>();

/**
 * How long a token has to wait before it may ask for the address of a connection, in milliseconds; 0 when it may now, which is
 * then counted. So a connection that is lost over and over does not use up what Slack allows.
 */
export function takeConnect(clock: Clock, token: unknown): number {
  const all = budgets.get(clock) ?? new Map<unknown, Pacer>();
  budgets.set(clock, all);
  const pacer = all.get(token) ?? createPacer(clock, calls, refillMs);
  // Who has not connected for long is forgotten.
  for (const [each, other] of all) if (other.isIdle()) all.delete(each);
  all.set(token, pacer);
  const delayMs = pacer.delayMs();
  if (delayMs === 0) pacer.take();
  return delayMs;
}
