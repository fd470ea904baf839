import type { MainSite } from '../network/sites.js';
import { html, type Html, nothing } from './html.js';
import { mainPage } from './main-site.js';

/** The form for logging in; with a notice when that was tried and failed. */
export function loginPage(
  site: MainSite,
  form: {
    readonly fkey: string;
    readonly returnUrl: string;
    readonly notice?: string;
    readonly email?: string;
  },
): Html {
  const { fkey, returnUrl, notice, email = '' } = form;
  // The class of the notice is not documented; clients look for any of these three.
  const message =
    notice === undefined
      ? nothing
      : html`<div class="s-notice s-notice__danger message-error js-error-message">${notice}</div>`;
  return mainPage(
    site,
    'Log In',
    html`${message}
      <form
        id="login-form"
        action="/users/login?ssrc=head&returnurl=${encodeURIComponent(returnUrl)}"
        method="POST"
      >
        <input type="hidden" name="fkey" value="${fkey}" />
        <div id="se-login-fields">
          <input type="hidden" name="ssrc" value="head" />
          <label for="email">Email</label><br />
          <input
            type="email"
            name="email"
            id="email"
            size="30"
            maxlength="100"
            value="${email}"
            placeholder="you@example.org"
          /><br />
          <label for="password">Password</label><br />
          <input
            type="password"
            name="password"
            id="password"
            autocomplete="off"
            placeholder="********"
          /><br />
          <a id="forgot-pw" class="fr" href="/users/account-recovery">forgot?</a>
          <input class="fr" type="button" id="submit-button" name="submit-button" value="Log in" />
        </div>
        <div id="openid_form">
          <input type="hidden" id="oauth_version" name="oauth_version" />
          <input type="hidden" id="oauth_server" name="oauth_server" />
        </div>
      </form>`,
  );
}
