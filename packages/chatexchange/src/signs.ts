import type { Answer } from '@x/http-core';
import { isPrivateRoom } from './parse/private-room.js';

/** Whether the service says of an answer that it is a sentence for people. */
export function isRefusal({ headers }: Answer): boolean {
  return headers.get('chat') === 'error';
}

export function isHtml({ headers, text }: Answer): boolean {
  if (/^\s*</.test(text)) return true;
  // Words and JSON, which has no such bracket here, may be sent by the name of HTML, too.
  return /html/i.test(headers.get('content-type') ?? '') && (text === '' || text.includes('<'));
}

/** Whether an answer holds a sentence of the service for people. */
export function isTold(answer: Answer): boolean {
  return isRefusal(answer) || (answer.text !== '' && !isHtml(answer));
}

/** Whether an answer may mean that the session, or the fkey, no longer serves. */
export function isSessionLost(answer: Answer): boolean {
  return answer.status === 401 || (answer.status === 404 && !isTold(answer));
}

/** Whether a page is not for its reader, but may be for the account. */
export function isShut({ status, text }: Answer): boolean {
  return status === 401 || isPrivateRoom(text);
}
