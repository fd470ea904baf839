import { compareTs, isTs } from '../ts.js';
import type { HistoryMessage } from '../types/message.js';
import { amend } from './amend.js';
import type { Draft } from './change.js';

/** Keeps a message at its place in time, and lets the oldest go. */
export function keepMessage({ state, rules, tell }: Draft, channel: string, message: HistoryMessage): void {
  if (rules.history === 0 || !isTs(message.ts)) return;
  const known = state.messages.get(channel) ?? [];
  const place = known.findLastIndex(({ ts }) => compareTs(ts, message.ts) <= 0);
  if (known[place]?.ts === message.ts) return;
  const kept = known.toSpliced(place + 1, 0, message);
  state.messages.set(channel, kept.slice(-rules.history));
  tell({ what: 'message', how: 'added', id: channel, ts: message.ts });
}

/** Changes a message where it is known: in the cache, and as the latest of its conversation. */
export function amendMessage(
  draft: Draft,
  channel: unknown,
  ts: unknown,
  change: (message: HistoryMessage) => HistoryMessage,
): void {
  if (typeof channel !== 'string' || typeof ts !== 'string') return;
  const { state, tell } = draft;
  const known = state.messages.get(channel) ?? [];
  const place = known.findIndex((message) => message.ts === ts);
  const message = known[place];
  if (message !== undefined) {
    state.messages.set(channel, known.with(place, change(message)));
    tell({ what: 'message', how: 'changed', id: channel, ts });
  }
  const latest = state.conversations.get(channel)?.latest;
  if (latest?.ts === ts) amend(draft, channel, { latest: change(latest) });
}

/** A message is gone. */
export function dropMessage(draft: Draft, channel: string, ts: string): void {
  const { state, tell } = draft;
  const known = state.messages.get(channel) ?? [];
  const rest = known.filter((message) => message.ts !== ts);
  if (rest.length < known.length) {
    state.messages.set(channel, rest);
    tell({ what: 'message', how: 'removed', id: channel, ts });
  }
  if (state.conversations.get(channel)?.latest?.ts === ts) {
    amend(draft, channel, { latest: rest.findLast(isShownInChannel) ?? null });
  }
}

/** What is kept of the history up to some moment is no longer true. */
export function forgetUpTo({ state, tell }: Draft, channel: string, latest: string): void {
  if (!isTs(latest)) return;
  const known = state.messages.get(channel) ?? [];
  const rest = known.filter(({ ts }) => compareTs(ts, latest) > 0);
  if (rest.length === known.length) return;
  state.messages.set(channel, rest);
  for (const { ts } of known.slice(0, known.length - rest.length)) {
    tell({ what: 'message', how: 'removed', id: channel, ts });
  }
}

/** Whether a message stands in the conversation itself and not only in a thread. */
export function isShownInChannel({ thread_ts: threadTs, ts, subtype }: HistoryMessage): boolean {
  return threadTs === undefined || threadTs === ts || subtype === 'thread_broadcast';
}
