import { html, type Html } from './html.js';
import { chatPage } from './layout.js';
import type { PageContext } from './page-context.js';

/** Also what a request gets whose fkey is missing or wrong. */
export function notFoundPage(context: PageContext): Html {
  return chatPage(context, {
    title: 'Page Not Found',
    content: html`
      <div id="mainbar-full">
        <div class="subheader"><h1>Page not found</h1></div>
        <div class="content-page leftcol">
          <p>We couldn't find the page you requested.</p>
          <ul>
            <li>Try <a href="/search">searching for a particular message</a></li>
            <li>Browse <a href="/rooms">the available rooms</a></li>
          </ul>
        </div>
      </div>
    `,
  });
}
