import { html, type Html, nothing } from './html.js';

/** One page of a list. Pages count from 1. */
export interface Paged<Item> {
  readonly items: readonly Item[];
  readonly page: number;
  readonly lastPage: number;
  /** How many items there are on all pages. */
  readonly total: number;
}

/** The part of a list that a page shows. A page behind the last one is empty. */
export function pageOf<Item>(items: readonly Item[], page: number, pageSize: number): Paged<Item> {
  return {
    items: items.slice((page - 1) * pageSize, page * pageSize),
    page,
    lastPage: Math.max(1, Math.ceil(items.length / pageSize)),
    total: items.length,
  };
}

const neighbours = 4;

/** The way to the other pages; nothing when there are none. */
export function pager(
  { page, lastPage }: Pick<Paged<unknown>, 'page' | 'lastPage'>,
  query: URLSearchParams,
): Html {
  if (lastPage < 2) return nothing;
  const hrefOf = (to: number): string => {
    const wanted = new URLSearchParams(query);
    wanted.set('page', String(to));
    return `?${wanted}`;
  };
  const number = (to: number): Html =>
    to === page
      ? html`<span class="page-numbers current">${to}</span> `
      : html`<a href="${hrefOf(to)}" title="go to page ${to}"><span class="page-numbers">${to}</span></a> `;
  const step = (to: number, relation: 'prev' | 'next'): Html =>
    to < 1 || to > lastPage
      ? nothing
      : html`<a href="${hrefOf(to)}" title="go to page ${to}" rel="${relation}"
          ><span class="page-numbers ${relation}"> ${relation}</span></a
        > `;
  const dots = html`<span class="page-numbers dots">&hellip;</span> `;
  // Five numbers in a row at the beginning, as captured; the first and the last page are always there.
  const from = Math.max(1, Math.min(page - neighbours / 2, lastPage - neighbours));
  const to = Math.min(lastPage, Math.max(page + neighbours / 2, 1 + neighbours));
  const middle = Array.from({ length: to - from + 1 }, (_none, index) => number(from + index));
  return html`<div class="pager clear-both">
    ${step(page - 1, 'prev')}${from > 1 ? number(1) : nothing}${from > 2 ? dots : nothing}${middle}${to < lastPage - 1 ? dots : nothing}${to < lastPage ? number(lastPage) : nothing}${step(page + 1, 'next')}
  </div>`;
}
