import { bodyOf, type Json, since, until } from './json.js';

/** Comment Page without comments, since commenting is switched off here. */
export function renderCommentPage(version: number, url: string): Json {
  return bodyOf(version, {
    comments: until(31, []),
    currentPageToken: since(37, null),
    currentPageUrl: url,
    items: since(32, []),
    nextPageToken: since(37, null),
    nextPageUrl: null,
    previousPageToken: since(44, null),
    previousPageUrl: since(44, null),
    total: 0,
  });
}

/** Like Page without likes. Its current token is a number, the only token that is one. */
export function renderLikePage(version: number, url: string): Json {
  return bodyOf(version, {
    currentPageToken: since(37, 0),
    currentPageUrl: url,
    items: since(32, []),
    likes: until(31, []),
    nextPageToken: since(37, null),
    nextPageUrl: null,
    previousPageToken: since(37, null),
    previousPageUrl: null,
    total: 0,
  });
}

/** Read By Collection without readers. */
export function renderReadByPage(url: string): Json {
  return {
    currentPageToken: null,
    currentPageUrl: url,
    items: [],
    nextPageToken: null,
    nextPageUrl: null,
    previousPageToken: null,
    previousPageUrl: null,
    total: 0,
  };
}
