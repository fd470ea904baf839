import type { User } from '../state/model.js';
import { html, type Html, nothing } from './html.js';
import { chatPage } from './layout.js';
import { fkeyField } from './links.js';
import type { PageContext } from './page-context.js';
import { type Paged, pager } from './pager.js';
import { userCard } from './user-card.js';

export const userOrders = ['recent', 'reputation', 'name', 'created'] as const;

export interface UserListing {
  readonly tab: 'all' | 'moderators';
  readonly sort: (typeof userOrders)[number];
  readonly filter: string;
}

/** The users of a chat server. */
export function userListPage(
  context: PageContext,
  { tab, sort, filter }: UserListing,
  users: Paged<User>,
  query: URLSearchParams,
): Html {
  const link = (isHere: boolean, href: string, label: string): Html =>
    html`<a ${isHere ? html`class="youarehere"` : nothing} href="${href}">${label}</a> `;
  return chatPage(context, {
    title: 'Users',
    content: html`
      <div class="subheader">
        <h1>Users</h1>
        <div id="tabs">
          ${(['all', 'moderators'] as const).map((name) => link(name === tab, `?tab=${name}&sort=${sort}`, name))}
        </div>
      </div>
      <div id="usersearch"><input type="text" id="search" name="search" value="${filter}" /></div>
      <div class="subtabs" style="width:auto">
        ${userOrders.map((order) => link(order === sort, `?tab=${tab}&sort=${order}`, order))}
      </div>
      <div class="clear-both"></div>
      <div id="userlist">
        ${users.items.map((user) => userCard(context, user, { idPrefix: 'user' }))} ${pager(users, query)}
      </div>
      <div class="clear-both"></div>
      ${fkeyField(context.fkey)}
    `,
  });
}
