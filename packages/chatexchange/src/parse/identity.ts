import { idInPath, type PageElement } from './document.js';
import { unexpectedPage } from './unexpected.js';

/** What every page of chat says of its reader. */
export interface Identity {
  /** What requests must carry. It belongs to the session. */
  readonly fkey: string;
  /** Who is logged in; `undefined` when nobody is. */
  readonly me: { readonly id: number; readonly name: string } | undefined;
}

/** Reads who is logged in from the top bar, and the fkey from its hidden field. */
export function parseIdentity(page: PageElement, name: string): Identity {
  const fkey = (page.find('input#fkey') ?? page.find('input[name="fkey"]'))?.attribute('value');
  if (fkey === undefined || fkey === '') return unexpectedPage(name, 'input#fkey');
  const link = page.find('.topbar-menu-links a');
  // On the older top bar the link had another place.
  const id = idInPath(link, 'users') ?? idInPath(page.find('.topbar a.profile-link'), 'users');
  if (id === undefined) return { fkey, me: undefined };
  // The title: the address has the name in a form that cannot be read back.
  return { fkey, me: { id, name: link?.attribute('title') ?? link?.text.trim() ?? '' } };
}
