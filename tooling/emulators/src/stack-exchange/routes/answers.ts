import { toWireJson } from '../content/wire-json.js';
import type { Html } from '../pages/html.js';

export function pageAnswer(page: Html, status = 200): Response {
  return new Response(page.text, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

export function jsonAnswer(value: unknown): Response {
  return new Response(toWireJson(value), {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private' },
  });
}

/** What most actions answer when they are done. */
export function okAnswer(): Response {
  return jsonAnswer('ok');
}

export function textAnswer(text: string, type = 'text/plain'): Response {
  return new Response(text, { headers: { 'content-type': `${type}; charset=utf-8` } });
}

export function redirectAnswer(location: string): Response {
  return new Response(null, { status: 302, headers: { location } });
}
