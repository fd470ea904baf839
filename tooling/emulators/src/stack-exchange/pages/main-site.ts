import type { MainSite } from '../network/sites.js';
import { html, type Html } from './html.js';

/** A page of a site with questions and answers. Its search box is a form as well, which is not the one for logging in. */
export function mainPage(site: MainSite, title: string, content: Html): Html {
  return html`<!DOCTYPE html>
    <html>
      <head>
        <title>${title} - ${site.name}</title>
      </head>
      <body>
        <header class="top-bar">
          <form id="search" role="search" action="/search" method="get" autocomplete="off">
            <input type="text" name="q" placeholder="Search…" value="" maxlength="240" />
          </form>
        </header>
        <div id="content">${content}</div>
      </body>
    </html> `;
}
