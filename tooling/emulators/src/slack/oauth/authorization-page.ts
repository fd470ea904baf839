import type { Service } from '../service.js';
import { approve, deny, readAuthorization } from './approve.js';

/** Where apps send people: `oauth/v2/authorize`, and `oauth/authorize` of classic apps. */
export function isAuthorizationPath(pathname: string): boolean {
  return /^\/oauth(?:\/v2)?\/authorize$/.test(pathname);
}

/** Asks a person, by a page, and sends the browser back with the answer. Whoever is asked says who they are: there is no login. */
export async function answerAuthorization(service: Service, request: Request): Promise<Response> {
  const authorization = readAuthorization(service, new URL(request.url));
  if (authorization === undefined) {
    return page(400, '<p>Something is wrong: the app or its redirect_uri is not known.</p>');
  }
  if (request.method !== 'POST') return page(200, formFor(service, authorization.client.app.name));
  const form = new URLSearchParams(await request.text());
  const user = service.store.users.get(form.get('user') ?? '');
  const location =
    user === undefined || !form.has('allow') ? deny(authorization) : approve(service, authorization, user.id);
  return new Response(null, { status: 302, headers: { location } });
}

function formFor({ store }: Service, appName: string): string {
  const people = [...store.users.values()]
    .filter(({ botId, deleted }) => botId === undefined && !deleted)
    .map(({ id, name }) => `<option value="${id}">${name}</option>`);
  return `<form method="post">
<p>${appName} wants to enter ${store.team.name}.</p>
<select name="user">${people.join('')}</select>
<button name="allow" value="1">Allow</button>
<button>Cancel</button>
</form>`;
}

function page(status: number, content: string): Response {
  return new Response(`<!DOCTYPE html>\n<title>Authorize</title>\n${content}\n`, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
}
