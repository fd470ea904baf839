import { html, type Html } from './html.js';
import { chatPage } from './layout.js';
import { fkeyField } from './links.js';
import type { PageContext } from './page-context.js';

/** The lightest page that shows who one is and which fkey one has. */
export function joinFavoritePage(context: PageContext): Html {
  return chatPage(context, {
    content: html`
      <h2>Join</h2>
      Please confirm that you wish to rejoin your favorited rooms:
      <form method="post" action="">
        ${fkeyField(context.fkey)}
        <input class="button" type="submit" value="join" />
      </form>
    `,
  });
}
