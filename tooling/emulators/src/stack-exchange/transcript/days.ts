import type { Message } from '../state/model.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Some hours of a day in UTC: from the beginning of the one to the beginning of the other. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** The midnight with which a day begins, in UTC as all days of the service. */
export function dayOf(at: number): number {
  return Math.floor(at / dayMs) * dayMs;
}

export function daysBetween(earlier: number, later: number): number {
  return Math.round((later - earlier) / dayMs);
}

/** A day by its numbers; undefined for a 31st of June. */
export function dayFrom(year: number, month: number, day: number): number | undefined {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? at
    : undefined;
}

/** Every day on which something was said, in order. */
export function daysOf(messages: readonly Message[]): number[] {
  return [...new Set(messages.map(({ postedAt }) => dayOf(postedAt)))].toSorted((a, b) => a - b);
}

export function isWithin(message: Message, day: number, { from, to }: Hours): boolean {
  return message.postedAt >= day + from * hourMs && message.postedAt < day + to * hourMs;
}

/** The hours that a message was posted within, one hour long. */
export function hourOf(message: Message): Hours {
  const from = Math.floor((message.postedAt - dayOf(message.postedAt)) / hourMs);
  return { from, to: from + 1 };
}

/**
 * The parts in which the messages of a day are shown. A day that fits on one page is shown from its first to its last hour; a larger
 * one in whole hours, as many as fit on a page.
 */
export function partsOf(messages: readonly Message[], pageSize: number): Hours[] {
  const hours = messages.map((message) => hourOf(message).from);
  if (hours.length === 0) return [];
  if (hours.length <= pageSize) {
    const inOrder = hours.toSorted((a, b) => a - b);
    return [{ from: inOrder[0] ?? 0, to: (inOrder.at(-1) ?? 23) + 1 }];
  }
  const parts: Hours[] = [];
  let from = 0;
  let size = 0;
  for (let hour = 0; hour < 24; hour += 1) {
    const count = hours.filter((each) => each === hour).length;
    if (size > 0 && size + count > pageSize) {
      parts.push({ from, to: hour });
      from = hour;
      size = 0;
    }
    size += count;
  }
  return [...parts, { from, to: 24 }];
}
