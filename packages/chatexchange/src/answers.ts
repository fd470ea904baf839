import type { Answer } from '@x/http-core';
import { isPrivateRoom } from './parse/private-room.js';
import { isHtml, isRefusal } from './signs.js';

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

/** For pages: whatever comes is a page, but for that where one logs in. */
export function readPage(answer: Answer): Answer {
  const location = locationOf(answer);
  if (location !== undefined || isLogin(new URL(answer.url))) return judgeWay(answer, location ?? answer.url);
  return { ...answer, status: isPrivateRoom(answer.text) ? 403 : answer.status, data: pageOf(answer) };
}

/** For the login: where it leads is what is asked. */
export function readLoginPage(answer: Answer): Answer {
  const location = locationOf(answer);
  return location === undefined
    ? { ...answer, data: pageOf(answer) }
    : { ...answer, status: 200, text: '-', data: { ...pageOf(answer), location: location.href } };
}

/**
 * For everything that answers in JSON. A page in its place, or a way to one, may mean that the session is over; where the
 * service sends for an id that never was nothing is; and words in place of `"ok"` are a refusal.
 */
export function readAction(answer: Answer): Answer {
  const { status, data } = answer;
  const location = locationOf(answer);
  if (location !== undefined) return judgeWay(answer, location);
  if (status !== 200) return answer;
  if (isHtml(answer)) return { ...answer, status: 401 };
  const isRefused =
    isRefusal(answer) ||
    (typeof data === 'string' ? data !== 'ok' : data === undefined ? isPlain(answer) : isNot(data));
  return isRefused ? { ...answer, status: 409 } : answer;
}

/** What pages have at their top, and the one where one logs in. */
const pageOfTheSite = /<[^>]*\s(?:class=["'][^"']*\btopbar\b|id=["']?login-form\b)/i;

/**
 * For forms that are answered in words, with nothing, or by a way elsewhere: all of these are good, unless the service
 * says that they are not. A page of the site in their place may mean that the session is over.
 */
export function readTold(answer: Answer): Answer {
  const { status, data, text } = answer;
  const location = locationOf(answer);
  if (location !== undefined) {
    const judged = judgeWay(answer, location);
    return judged === answer ? { ...answer, status: 200, data: toldOf('', location.href) } : judged;
  }
  if (status !== 200) return answer;
  if (isRefusal(answer)) return { ...answer, status: 409 };
  if (pageOfTheSite.test(text)) return { ...answer, status: 401 };
  return { ...answer, data: toldOf(typeof data === 'string' ? data : text) };
}

function locationOf({ status, headers, url }: Answer): URL | undefined {
  const location = headers.get('location');
  return /^30[12378]$/.test(`${status}`) && location !== null && URL.canParse(location, url)
    ? new URL(location, url)
    : undefined;
}

/** What a way elsewhere means by itself; the same answer where it may mean anything. */
function judgeWay(answer: Answer, location: URL | string): Answer {
  const way = new URL(location);
  if (way.pathname.startsWith('/error')) return { ...answer, status: 410 };
  return isLogin(way) ? { ...answer, status: 401 } : answer;
}

function isLogin({ pathname }: URL): boolean {
  return /^\/users\/(login|signup)/i.test(pathname);
}

function pageOf({ text, url }: Answer): Page {
  return { html: text, url, location: undefined };
}

function toldOf(text: string, location?: string): Told {
  return { text: text.trim(), location };
}

function isPlain({ text, headers }: Answer): boolean {
  return text !== '' && (headers.get('content-type') ?? '').startsWith('text/plain');
}

/** `{ "ok": false }` */
function isNot(data: unknown): boolean {
  return (Object(data) as { readonly ok?: unknown }).ok === false;
}
