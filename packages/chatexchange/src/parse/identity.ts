import { idInPath, readNumber, type PageElement } from './document.js';
import { unexpectedPage } from './unexpected.js';

/** What every page of chat says of its reader. */
export interface Identity {
  /** What requests must carry. It belongs to the session. */
  readonly fkey: string;
  /** Who is logged in; `undefined` when nobody is. */
  readonly me: { readonly id: number; readonly name: string } | undefined;
}

const bars = ['.topbar-menu-links a', '.topbar a.profile-link', 'header a[href^="/users/"]'];

/** Reads who is logged in from the top bar, and the fkey from its hidden field; `undefined` of a page that does not tell. */
export function readIdentity(page: PageElement): Identity | undefined {
  const fkey = [...page.findAll('input#fkey'), ...page.findAll('input[name="fkey"]')]
    .map((input) => input.attribute('value'))
    .find((value) => value !== undefined && value !== '');
  if (fkey === undefined) return undefined;
  const me = readReader(page);
  const isAnonymous = me === undefined && page.find('a[href*="/users/login"]') !== undefined;
  return me !== undefined || isAnonymous ? { fkey, me } : undefined;
}

/** The same of a page that is asked for because of it. */
export function parseIdentity(page: PageElement, name: string): Identity {
  return readIdentity(page) ?? unexpectedPage(name, `input#fkey or ${bars.join(', ')}`);
}

function readReader(page: PageElement): Identity['me'] {
  const link = bars.flatMap((bar) => page.findAll(bar)).find((each) => idInPath(each, 'users') !== undefined);
  const id = idInPath(link, 'users');
  // The title: the address has the name in a form that cannot be read back.
  if (id !== undefined) return { id, name: link?.attribute('title') ?? link?.text.trim() ?? '' };
  // The page of a room has no top bar.
  const active = page.find('#active-user');
  const own = readNumber(/(?:^|\s)user-(\d+)/.exec(active?.attribute('class') ?? '')?.[1]) ?? 0;
  return own === 0 ? undefined : { id: own, name: active?.find('img')?.attribute('title') ?? '' };
}
