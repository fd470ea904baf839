import type { MainSite } from '../network/sites.js';
import { html, type Html } from './html.js';
import { mainPage } from './main-site.js';

/** Asks whether one really wants to go. */
export function logoutPage(site: MainSite, fkey: string): Html {
  return mainPage(
    site,
    'Log Out',
    html`<form action="/users/logout" method="POST">
      <input type="hidden" name="fkey" value="${fkey}" />
      <input type="hidden" name="returnUrl" value="/" />
      <input type="submit" value="Log out" />
    </form>`,
  );
}
