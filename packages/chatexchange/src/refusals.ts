import type { ErrorDescription, ErrorKind } from '@x/http-core';
import { fail, type ChatExchangeError } from './errors.js';

/** What the service says in sentences, by what the sentence holds. */
const sentences: readonly (readonly [RegExp, string, ErrorKind?])[] = [
  [/account is blocked/i, 'ACCOUNT_BLOCKED'],
  [/is in timeout/i, 'ROOM_TIMEOUT'],
  [/room does not exist/i, 'ROOM_NOT_FOUND'],
  [/frozen/i, 'ROOM_FROZEN'],
  [/reputation/i, 'REPUTATION'],
  [/too long/i, 'MESSAGE_TOO_LONG'],
  [/too late/i, 'TOO_LATE'],
  [/(already|has) been deleted/i, 'MESSAGE_DELETED'],
  [/star\b.*\bown\b/i, 'OWN_MESSAGE'],
  [/stars?\b.*\b(today|per day|a day)\b/i, 'LIMIT_REACHED'],
  [/your own messages/i, 'NOT_YOUR_MESSAGE'],
  [/cannot write|room-owner|only a moderator|not allowed|permission/i, 'NO_PERMISSION'],
  [/log ?in|logged in|anonymous/i, 'NOT_LOGGED_IN', 'auth'],
];

/** A sentence meant for people, told apart by code. One that nobody knows is `REFUSED`. */
export function describeSentence(sentence: string): ErrorDescription {
  const words = sentence.trim().slice(0, 300);
  const seconds = /again in (\d+) second/.exec(words)?.[1];
  if (seconds !== undefined) {
    return {
      kind: 'rate-limit',
      code: 'THROTTLED',
      message: words,
      retryable: true,
      retryAfterMs: Number(seconds) * 1000,
    };
  }
  const [, code = 'REFUSED', kind = 'refused'] = sentences.find(([pattern]) => pattern.test(words)) ?? [];
  return { kind, code, message: words, retryable: false };
}

/** The error of a refusal that came in a good answer. `code` is for a sentence that nobody knows. */
export function refusal(what: string, sentence: string, code = 'REFUSED'): ChatExchangeError {
  const { kind = 'refused', code: told = 'REFUSED', message, ...facts } = describeSentence(sentence);
  return fail(kind, told === 'REFUSED' ? code : told, `${what} was refused: ${message}`, facts);
}
