import { escapeMarkup } from './answer-format.js';
import type { OAuthError } from './oauth-error.js';

/** What the forms of these pages add to the parameters that brought somebody there. */
const formFields: ReadonlySet<string> = new Set(['username', 'password', 'decision', 'user_code']);

/** Asks who somebody is, and whether the application may act in that person's name. With a username, it was wrong. */
export function loginPage(parameters: URLSearchParams, appName: string, username: string | null): Response {
  const carried = [...parameters]
    .filter(([name]) => !formFields.has(name))
    .map(
      ([name, value]) => `<input type="hidden" name="${escapeMarkup(name)}" value="${escapeMarkup(value)}">`,
    );
  return page(
    'Login',
    `<h1>Log in to approve ${escapeMarkup(appName)}</h1>
${username === null ? '' : warning}<form method="post" action="/services/oauth2/authorize">
${carried.join('\n')}
${credentialFields(username ?? parameters.get('login_hint') ?? '')}
<button type="submit" name="decision" value="allow">Allow</button>
<button type="submit" name="decision" value="deny" formnovalidate>Deny</button>
</form>`,
  );
}

/** Asks for the code that a device shows. With one, it was wrong, or the login was. */
export function devicePage(parameters: URLSearchParams): Response {
  const userCode = parameters.get('user_code') ?? '';
  const wasSent = parameters.has('username');
  return page(
    'Connect a device',
    `<h1>Enter the code that your device shows</h1>
${wasSent ? warning : ''}<form method="post" action="/setup/connect">
<p><label>Code <input name="user_code" required value="${escapeMarkup(userCode)}"></label></p>
${credentialFields(parameters.get('username') ?? '')}
<button type="submit" name="decision" value="allow">Connect</button>
<button type="submit" name="decision" value="deny">Deny</button>
</form>`,
  );
}

/** Says that a device can go on, or that it cannot. */
export function deviceDonePage(isAllowed: boolean): Response {
  return page('Connect a device', isAllowed ? '<h1>Connected</h1>' : '<h1>Denied</h1>');
}

/** Tells a person what cannot be told to the application. */
export function errorPage({ error, description }: OAuthError): Response {
  const told = new URLSearchParams({ error, error_description: description });
  return page('Error', `<h1>OAuth Error</h1>\n<p>${escapeMarkup(told.toString())}</p>`, 400);
}

const warning =
  '<p role="alert">Please check what you have entered. If it is right, ask your administrator.</p>\n';

function credentialFields(username: string): string {
  return `<p><label>Username <input name="username" required value="${escapeMarkup(username)}" autocomplete="username"></label></p>
<p><label>Password <input name="password" type="password" required autocomplete="current-password"></label></p>`;
}

function page(title: string, body: string, status = 200): Response {
  const html = `<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="UTF-8"><title>${title}</title></head>\n<body>\n${body}\n</body>\n</html>\n`;
  return new Response(html, {
    status,
    headers: { 'content-type': 'text/html;charset=UTF-8', 'cache-control': 'no-cache, no-store' },
  });
}
