import { idInPath, readNumber, readText, type PageElement } from './document.js';
import { unexpectedPage } from './unexpected.js';

/** Somebody whom a page names. */
export interface NamedUser {
  readonly id: number;
  readonly name: string;
}

/** What the page `/rooms/info/{id}` says of a room. */
export interface RoomInfo {
  readonly name: string;
  /** HTML. */
  readonly description: string;
  readonly tags: readonly string[];
  readonly messageCount: number;
  readonly userCount: number;
  readonly parentSiteName: string | undefined;
  readonly owners: readonly NamedUser[];
}

/** Reads `/rooms/info/{id}`. */
export function parseRoomInfo(page: PageElement): RoomInfo {
  const card = page.find('.roomcard-xxl');
  const name = readText(card?.find('h1')) ?? readText(page.find('h1'));
  if (card === undefined || name === undefined) return unexpectedPage('/rooms/info', '.roomcard-xxl h1');
  return {
    name,
    description: (card.find('.roomcard-xxl > p') ?? card.find('p'))?.html.trim() ?? '',
    tags: card.findAll('a.tag').map((tag) => tag.text.trim()),
    messageCount: count(page, '.room-message-count-xxl'),
    userCount: count(page, '.room-user-count-xxl'),
    parentSiteName: card.find('img[title]')?.attribute('title'),
    owners: page.findAll('#room-ownercards .usercard').flatMap((owner) => {
      const id =
        readNumber(/^owner-user-(-?\d+)$/.exec(owner.attribute('id') ?? '')?.[1]) ??
        idInPath(owner.find('a[href^="/users/"]'), 'users');
      const title = owner.find('.user-header')?.attribute('title') ?? readText(owner.find('.username'));
      return id === undefined ? [] : [{ id, name: withoutDiamond(title ?? '') }];
    }),
  };
}

/** A name without the mark of moderators. */
export function withoutDiamond(name: string): string {
  return name.trim().replace(/\s+♦$/, '');
}

function count(page: PageElement, selector: string): number {
  const element = page.find(selector);
  // The text may be short for it: `2.1k`.
  const number = readNumber(element?.attribute('title')) ?? readNumber(element?.text);
  return number ?? unexpectedPage('/rooms/info', selector);
}
