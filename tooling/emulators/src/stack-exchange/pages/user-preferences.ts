import type { User } from '../state/model.js';
import { html, type Html } from './html.js';
import type { PageContext } from './page-context.js';
import { userCard } from './user-card.js';

/** Whom somebody does not want to read, with the way to read them again. */
export function userPreferences(context: PageContext, user: User): Html {
  const ignored = [...user.ignored].flatMap((id) => context.server.users.get(id) ?? []);
  return html`<div id="ignore-list">
    <h2>Ignored users</h2>
    ${ignored.map(
      (other) =>
        html`<div class="ignored-user">
          ${userCard(context, other, { idPrefix: 'user' })}
          <form method="post" action="/users/ignorelist/remove">
            <input type="hidden" name="fkey" value="${context.fkey}" />
            <input type="hidden" name="id" value="${other.id}" />
            <input type="submit" class="button" value="unignore" />
          </form>
        </div>`,
    )}
  </div>`;
}
