import type { MainSite } from '../network/sites.js';
import { html, type Html } from './html.js';
import { mainPage } from './main-site.js';

/** For those who have to prove to be human, which no program can. */
export function captchaPage(site: MainSite): Html {
  return mainPage(
    site,
    'Human verification',
    html`<h1>Human verification</h1>
      <p>We've detected unusual activity from your network. Please confirm that you are not a robot.</p>
      <div class="g-recaptcha"></div>`,
  );
}

/** For those whose network account has no user on this site yet. */
export function accountMissingPage(
  site: MainSite,
  form: { readonly fkey: string; readonly returnUrl: string },
): Html {
  return mainPage(
    site,
    'Create account',
    html`<p>You don't have an account on ${site.name} yet.</p>
      <form id="logout-user" action="/users/login-or-signup/create-account" method="POST">
        <input type="hidden" name="fkey" value="${form.fkey}" />
        <input type="hidden" name="returnurl" value="${form.returnUrl}" />
        <input type="submit" value="Create account" />
      </form>`,
  );
}

/** While the site is maintained, it can be read and nobody can log in. */
export function readOnlyPage(site: MainSite): Html {
  return mainPage(
    site,
    'Read-only mode',
    html`<h1>${site.name} is in read-only mode</h1>
      <p>The site is offline for maintenance. You can browse, but you cannot log in.</p>`,
  );
}
