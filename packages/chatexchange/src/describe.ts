import type { Answer, ErrorDescription } from '@x/http-core';
import { isPrivateRoom } from './parse/private-room.js';
import { describeSentence } from './refusals.js';
import { isHtml, isRefusal, isTold } from './signs.js';

/** An address that asked too much is not to ask again for a while, even if nobody says how long. */
const edgePauseMs = 120_000;

/** Reads what the service says about a failure; the session has been renewed by then, if that was worth a try. */
export function describe(answer: Answer): ErrorDescription | undefined {
  const { status, data, text, headers } = answer;
  if (isPrivateRoom(text)) {
    return {
      kind: 'refused',
      code: 'ROOM_PRIVATE',
      message: 'the room is private, and not open to this account',
    };
  }
  if (status === 401) {
    return isHtml(answer) && !headers.has('location') && !/\bid=["']?login-form\b/.test(text)
      ? {
          kind: 'protocol',
          code: 'UNEXPECTED_ANSWER',
          message: 'a page came in the place of an answer, although the session is good',
        }
      : {
          kind: 'auth',
          code: 'SESSION_LOST',
          message: 'the service does not know this session (any more)',
        };
  }
  if (status === 410 || (status === 404 && !isTold(answer))) {
    return { kind: 'refused', code: 'NOT_FOUND', message: 'there is no such thing, or it is not for you' };
  }
  if ((status === 404 || status === 409 || isRefusal(answer)) && isTold(answer)) {
    return describeSentence(sentenceOf(data) ?? text);
  }
  return describeEdge(status, text, headers.has('retry-after'));
}

function sentenceOf(data: unknown): string | undefined {
  const { message = data } = Object(data) as { readonly message?: unknown };
  return typeof message === 'string' ? message : undefined;
}

/** Pages, and words, of those that stand before the service, and of the service when it is not there. */
function describeEdge(status: number, html: string, tellsWhen: boolean): ErrorDescription | undefined {
  const pause = tellsWhen ? {} : { retryAfterMs: edgePauseMs };
  if (/just a moment|attention required|challenge-platform/i.test(html)) {
    return {
      kind: 'http',
      code: 'CLOUDFLARE',
      message:
        'what stands before the service wants to see a browser: wait some minutes, or ask from elsewhere',
      retryable: false,
      ...pause,
    };
  }
  if (status === 429) {
    return {
      code: 'ADDRESS_LIMITED',
      message: 'too much was asked from this address: wait some minutes',
      ...pause,
    };
  }
  return status === 503 && /offline|maintenance|read-?only/i.test(html)
    ? { code: 'MAINTENANCE', message: 'the service is being worked on' }
    : undefined;
}
