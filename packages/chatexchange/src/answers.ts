import type { Answer, ErrorDescription } from '@x/http-core';
import { isPrivateRoom } from './parse/private-room.js';
import { describeSentence } from './refusals.js';

/** A page as it came. */
export interface Page {
  readonly html: string;
  /** The address that answered, after redirects. */
  readonly url: string;
  /** Where it leads instead, if that is all it does. */
  readonly location: string | undefined;
}

/** What the service says to a form, in whatever shape. */
export interface Told {
  /** The text, or the word that stands there as JSON; empty when it says nothing. */
  readonly text: string;
  /** Where it leads, if that is what it does. */
  readonly location: string | undefined;
}

function locationOf({ status, headers, url }: Answer): URL | undefined {
  const location = headers.get('location');
  return /^30[12378]$/.test(`${status}`) && location !== null && URL.canParse(location, url)
    ? new URL(location, url)
    : undefined;
}

const isHtml = ({ headers, text }: Answer): boolean =>
  (headers.get('content-type') ?? '').includes('html') || /^\s*</.test(text);

/** For pages: whatever comes is a page, and a way to the login page is a refusal. */
export function readPage(answer: Answer): Answer {
  const location = locationOf(answer);
  if (location !== undefined) {
    return isLogin(location) ? { ...answer, status: 401 } : answer;
  }
  return { ...answer, status: isPrivateRoom(answer.text) ? 403 : answer.status, data: pageOf(answer) };
}

/** For the login: where it leads is what is asked. */
export function readLoginPage(answer: Answer): Answer {
  const location = locationOf(answer);
  return location === undefined
    ? { ...answer, data: pageOf(answer) }
    : { ...answer, status: 200, text: '-', data: { ...pageOf(answer), location: location.href } };
}

function pageOf({ text, url }: Answer): Page {
  return { html: text, url, location: undefined };
}

function isLogin({ pathname }: URL): boolean {
  return /^\/users\/(login|signup)/i.test(pathname);
}

/**
 * For everything that answers in JSON. A page in its place, or a way to one, means that the session is over; where the
 * service sends for an id that never was is its 404; and words in place of `"ok"` are a refusal.
 */
export function readAction(answer: Answer): Answer {
  const location = locationOf(answer);
  if (location !== undefined) {
    if (location.pathname.startsWith('/error')) return { ...answer, status: 404 };
    return isLogin(location) ? { ...answer, status: 401 } : answer;
  }
  if (answer.status !== 200) return answer;
  if (isHtml(answer)) return { ...answer, status: 401 };
  if (
    typeof answer.data === 'string' ? answer.data !== 'ok' : answer.data === undefined && isSentence(answer)
  ) {
    return { ...answer, status: 409 };
  }
  return answer;
}

/**
 * For forms that are answered in words, with nothing, or by a way elsewhere: all of these are good, unless the service
 * says that they are not. A page of the site in their place means that the session is over.
 */
export function readTold(answer: Answer): Answer {
  const location = locationOf(answer);
  if (location !== undefined) {
    if (location.pathname.startsWith('/error')) return { ...answer, status: 404 };
    if (isLogin(location)) return { ...answer, status: 401 };
    return { ...answer, status: 200, data: toldOf('', location.href) };
  }
  const { status, headers, data, text } = answer;
  if (status !== 200) return answer;
  if (headers.get('chat') === 'error') return { ...answer, status: 409 };
  if (/<[^>]*\b(?:class="topbar|id="login-form)"/.test(text)) return { ...answer, status: 401 };
  return { ...answer, data: toldOf(typeof data === 'string' ? data : text) };
}

function toldOf(text: string, location?: string): Told {
  return { text: text.trim(), location };
}

function isSentence({ text, headers }: Answer): boolean {
  return (
    text !== '' &&
    (headers.get('chat') === 'error' || (headers.get('content-type') ?? '').startsWith('text/plain'))
  );
}

/** Whether an answer may mean that the session, or the fkey, no longer serves. */
export function isSessionLost(answer: Answer): boolean {
  return answer.status === 401 || (answer.status === 404 && !isTold(answer));
}

/** Whether an answer holds a sentence of the service for people. */
function isTold(answer: Answer): boolean {
  return answer.headers.get('chat') === 'error' || (answer.text !== '' && !isHtml(answer));
}

/** Reads what the service says about a failure. */
export function describe(answer: Answer): ErrorDescription | undefined {
  const { status, data, text } = answer;
  if (isPrivateRoom(text)) {
    return {
      kind: 'refused',
      code: 'ROOM_PRIVATE',
      message: 'the room is private, and not open to this account',
    };
  }
  if (status === 401) {
    return {
      kind: 'auth',
      code: 'SESSION_LOST',
      message: 'the service does not know this session (any more)',
    };
  }
  if (status === 404 && !isTold(answer)) {
    return { kind: 'refused', code: 'NOT_FOUND', message: 'there is no such thing, or it is not for you' };
  }
  if ((status === 404 || status === 409 || answer.headers.get('chat') === 'error') && isTold(answer)) {
    return describeSentence(typeof data === 'string' ? data : text);
  }
  return undefined;
}
