import { hasClass, readNumber, readText, type PageElement } from './document.js';
import { readStars } from './monologues.js';
import { readLinkedUser, type NamedUser } from './room-info.js';
import { unexpectedPage } from './unexpected.js';

/** A message in the list of what is starred. */
export interface StarredPost {
  readonly id: number;
  /** HTML. */
  readonly content: string;
  /** Absent when the account is gone. */
  readonly owner: NamedUser | undefined;
  readonly stars: number;
  readonly starredByYou: boolean;
  readonly pinned: boolean;
  /** How old it is, in the list's own words: `2d`. */
  readonly age: string | undefined;
}

const page = '/chats/stars';

/** Reads `/chats/stars/{room}`: a bare list, the pinned first. */
export function parseStars(document: PageElement): readonly StarredPost[] {
  const items = document.findAll('li');
  // What is no list at all: an empty one is nothing but blanks.
  if (items.length === 0 && document.text.trim() !== '') return unexpectedPage(page, 'li[id^="summary_"]');
  return items.filter((item) => !hasClass(item, 'more')).map(readItem);
}

function readItem(item: PageElement): StarredPost {
  const id = readNumber(/^summary_(\d+)$/.exec(item.attribute('id') ?? '')?.[1]);
  if (id === undefined) return unexpectedPage(page, 'li[id^="summary_"]');
  const mark = item.find('.stars');
  if (mark === undefined) return unexpectedPage(page, 'li .stars');
  const author = item.findAll('a[href^="/users/"]').at(-1);
  return {
    id,
    content: readContent(item, mark),
    owner: readLinkedUser(author),
    ...readStars(mark),
    age: readText(item.find('.relativetime')),
  };
}

/** What stands between the mark and the link to the message. */
function readContent(item: PageElement, mark: PageElement): string {
  const rest = item.html.slice(item.html.indexOf(mark.html) + mark.html.length).replace(/^<\/\w+>/, '');
  const end = rest.search(/<a\b[^>]*\bclass="[^"]*\bpermalink\b/);
  return end === -1 ? unexpectedPage(page, 'li a.permalink') : rest.slice(0, end).trim();
}
