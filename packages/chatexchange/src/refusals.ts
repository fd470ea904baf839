import type { ErrorDescription, ErrorKind } from '@x/http-core';
import { fail, type ChatExchangeError } from './errors.js';

/** What the service says in sentences, by what the sentence holds. */
const sentences: readonly (readonly [RegExp, string, ErrorKind?])[] = [
  [/account is (blocked|suspended|banned)/i, 'ACCOUNT_BLOCKED'],
  [/in timeout/i, 'ROOM_TIMEOUT'],
  [/room does not exist/i, 'ROOM_NOT_FOUND'],
  [/no such (?:user|room|message)/i, 'NOT_FOUND'],
  [/frozen/i, 'ROOM_FROZEN'],
  [/reputation/i, 'REPUTATION'],
  [/message is too long/i, 'MESSAGE_TOO_LONG'],
  [/too long/i, 'TOO_LONG'],
  [/too late/i, 'TOO_LATE'],
  [/(already|has) been deleted/i, 'MESSAGE_DELETED'],
  [/only \w+ your own/i, 'NOT_YOUR_MESSAGE'],
  [/your own|of your own/i, 'OWN_MESSAGE'],
  [/\bstars?\b.*\b(today|day|left)\b/i, 'LIMIT_REACHED'],
  [/logg?(ed)? ?in|anonymous/i, 'NOT_LOGGED_IN', 'auth'],
  [/cannot write|room[- ]owner|moderator|not allowed|permission/i, 'NO_PERMISSION'],
];

const unitMs: Readonly<Record<string, number>> = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
};

/** How long it lasts, if the sentence says so: `again in 1 second`, `ending in 5 hours`. */
function durationOf(words: string): { readonly retryAfterMs?: number } {
  const [, count, unit = ''] = /\bin (\d+) (second|minute|hour|day)s?\b/.exec(words) ?? [];
  return count === undefined ? {} : { retryAfterMs: Number(count) * (unitMs[unit] ?? 0) };
}

/** A sentence meant for people, told apart by code. One that nobody knows is `REFUSED`. */
export function describeSentence(sentence: string): ErrorDescription {
  const message = sentence.trim().slice(0, 300);
  const duration = durationOf(message);
  if (/again in \d+ (second|minute)/.test(message)) {
    return { kind: 'rate-limit', code: 'THROTTLED', message, retryable: true, ...duration };
  }
  const [, code = 'REFUSED', kind = 'refused'] = sentences.find(([pattern]) => pattern.test(message)) ?? [];
  return { kind, code, message, retryable: false, ...duration };
}

/** The error of a refusal that came in a good answer. `code` is for a sentence that nobody knows. */
export function refusal(what: string, sentence: string, code = 'REFUSED'): ChatExchangeError {
  const { kind = 'refused', code: told = 'REFUSED', message, ...facts } = describeSentence(sentence);
  return fail(kind, told === 'REFUSED' ? code : told, `${what} was refused: ${message}`, facts);
}
