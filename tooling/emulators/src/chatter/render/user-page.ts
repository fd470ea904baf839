import type { User } from '../state/model.js';
import type { RenderContext } from './context.js';
import { bodyOf, type Json, since } from './json.js';
import { renderUserDetail } from './user-detail.js';

/** One page of users, before it is put into words. Pages are numbered from 0. */
export interface NumberedPage {
  readonly users: readonly User[];
  readonly page: number;
  readonly hasNext: boolean;
  /** The URL of a page of this list. */
  readonly urlOf: (page: number) => string;
  readonly currentPageUrl: string;
}

/** User Page. */
export function renderUserPage(list: NumberedPage, context: RenderContext): Json {
  const { page, hasNext, urlOf } = list;
  const hasPrevious = page > 0;
  return bodyOf(context.version, {
    currentPageToken: since(37, String(page)),
    currentPageUrl: list.currentPageUrl,
    nextPageToken: since(37, hasNext ? String(page + 1) : null),
    nextPageUrl: hasNext ? urlOf(page + 1) : null,
    previousPageToken: since(37, hasPrevious ? String(page - 1) : null),
    previousPageUrl: hasPrevious ? urlOf(page - 1) : null,
    users: list.users.map((user) => renderUserDetail(user, context)),
  });
}
