import type { Message } from '../state/model.js';
import { dayOf, daysOf, hourOf, type Hours, isWithin, partsOf } from './days.js';

/** A day of a room, or some hours of it, and which days there are beside it. */
export interface TranscriptDay {
  readonly day: number;
  /** The part that is shown; undefined when nothing was said that day. */
  readonly hours: Hours | undefined;
  readonly messages: readonly Message[];
  /** The parts of the day. Less than two when it is shown as a whole. */
  readonly parts: readonly Hours[];
  readonly first: number | undefined;
  readonly previous: number | undefined;
  readonly next: number | undefined;
  readonly last: number | undefined;
}

/** What of a day is wanted: its first part or its last one, or certain hours. */
export type WantedPart = 'first' | 'last' | Hours;

export interface TranscriptRequest {
  readonly day: number;
  readonly part: WantedPart;
  /** How many messages a part should not exceed. */
  readonly pageSize: number;
}

export function transcriptDay(
  messages: readonly Message[],
  { day, part, pageSize }: TranscriptRequest,
): TranscriptDay {
  const days = daysOf(messages);
  const today = messages.filter(({ postedAt }) => dayOf(postedAt) === day);
  const parts = partsOf(today, pageSize);
  const hours = typeof part === 'object' ? part : parts.at(part === 'first' ? 0 : -1);
  return {
    day,
    hours,
    messages: hours === undefined ? [] : today.filter((message) => isWithin(message, day, hours)),
    parts,
    first: days.find((other) => other < day),
    previous: days.findLast((other) => other < day),
    next: days.find((other) => other > day),
    last: days.findLast((other) => other > day),
  };
}

/** The part of its day that shows this message. */
export function partWith(messages: readonly Message[], message: Message, pageSize: number): Hours {
  const day = dayOf(message.postedAt);
  const parts = partsOf(
    messages.filter(({ postedAt }) => dayOf(postedAt) === day),
    pageSize,
  );
  return parts.find((hours) => isWithin(message, day, hours)) ?? hourOf(message);
}
