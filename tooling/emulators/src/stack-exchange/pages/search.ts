import type { Message } from '../state/model.js';
import type { Search } from '../search/find-messages.js';
import { html, type Html, nothing } from './html.js';
import { chatPage } from './layout.js';
import { fkeyField } from './links.js';
import { messageList } from './message-list.js';
import type { PageContext } from './page-context.js';
import { type Paged, pager } from './pager.js';

const orders = [
  ['newest', 'newest messages first'],
  ['relevance', 'best matches first'],
  ['stars', 'most starred messages first'],
] as const;

/** What was searched for and what was found, one page of it. */
export function searchPage(
  context: PageContext,
  search: Search,
  found: Paged<Message>,
  query: URLSearchParams,
): Html {
  const { text, roomId, userId, order } = search;
  const hidden = (name: string, value: number | undefined): Html =>
    value === undefined ? nothing : html`<input type="hidden" name="${name}" value="${value}" />`;
  const isAsked = text !== '' || userId !== undefined;
  return chatPage(context, {
    title: 'Search',
    content: html`
      <div class="subheader"><h1>Search</h1></div>
      <form method="get" action="/search">
        <input type="text" name="q" value="${text}" /> ${hidden('room', roomId)} ${hidden('user', userId)}
        <input type="submit" class="button" value="search" />
      </form>
      <div class="subtabs">${orders.map(([name, title]) => orderLink(name, title, order, query))}</div>
      ${isAsked ? html`<p><span class="search-count">${found.total}</span> messages found</p>` : nothing}
      <div class="messages-found">${messageList(context, found.items)}</div>
      ${pager(found, query)}
      <div class="clear-both"></div>
      ${fkeyField(context.fkey)}
    `,
  });
}

function orderLink(name: string, title: string, shown: string, query: URLSearchParams): Html {
  const wanted = new URLSearchParams(query);
  wanted.set('sort', name);
  wanted.delete('page');
  const here = name === shown ? html`class="youarehere"` : nothing;
  return html`<a ${here} href="?${String(wanted)}" title="${title}">${name}</a>`;
}
