import type { MainSite } from '../network/sites.js';
import type { Visitor } from '../sessions/sessions.js';
import { html, type Html } from './html.js';
import { fkeyField } from './links.js';
import { mainPage } from './main-site.js';

/** The front page of a main site, and one's own page on it: what shows there tells whether one is logged in. */
export function currentUserPage(site: MainSite, { person, mainFkey }: Visitor): Html {
  const links =
    person === undefined
      ? html`<a href="/users/login" class="login-link">Log in</a>`
      : html`<a href="#" class="js-inbox-button" title="Recent inbox messages">Inbox</a>
          <a href="/users/current" class="my-profile" title="${person.name}">${person.name}</a>`;
  return mainPage(site, 'Users', html`${links}${fkeyField(mainFkey)}`);
}
