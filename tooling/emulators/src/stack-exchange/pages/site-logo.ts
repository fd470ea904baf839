import { siteNameOf } from '../network/sites.js';
import { html, type Html } from './html.js';

/** The logo of a main site, which names it. */
export function siteLogo(host: string): Html {
  const name = siteNameOf(host);
  return html`<img
    class="small-site-logo"
    title="${name}"
    alt="${name}"
    width="16"
    height="16"
    src="https://${host}/favicon.ico"
  />`;
}
