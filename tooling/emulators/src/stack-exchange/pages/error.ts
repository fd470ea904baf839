import { html, type Html } from './html.js';
import { chatPage } from './layout.js';
import type { PageContext } from './page-context.js';

/** Where the service sends those whose request broke it. */
export function errorPage(context: PageContext): Html {
  return chatPage(context, {
    title: 'Error',
    content: html`
      <div class="subheader"><h1>Oops!</h1></div>
      <p>Something bad happened. We have recorded the error and will look into it.</p>
    `,
  });
}
