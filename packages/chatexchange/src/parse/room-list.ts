import { idInPath, hasClass, readNumber, readText, walk, type PageElement } from './document.js';
import { unexpectedPage } from './unexpected.js';

/** Who may do what in a room: talk, read, or neither without leave. */
export type RoomAccess = 'public' | 'gallery' | 'private';

/** What the card of a room says, in the list of rooms. */
export interface RoomCard {
  readonly id: number;
  readonly name: string;
  /** Plain text, without the links that it may have. */
  readonly textDescription: string;
  readonly parentSiteName: string | undefined;
  readonly access: RoomAccess;
  readonly frozen: boolean;
  readonly deleted: boolean;
  readonly isFavorite: boolean;
  readonly messageCount: number | undefined;
}

/** One page of the list of rooms. */
export interface RoomList {
  readonly rooms: readonly RoomCard[];
  /** The number of the page after it. */
  readonly next: number | undefined;
}

const page = '/rooms';

/** Reads `/rooms`, which is also the front page. */
export function parseRoomList(document: PageElement): RoomList {
  const list = document.find('#roomlist');
  if (list === undefined) return unexpectedPage(page, '#roomlist');
  const cards = list.findAll('.roomcard');
  if (cards.length === 0 && list.find('.room-name, a[href^="/rooms/"]') !== undefined) {
    return unexpectedPage(page, '#roomlist .roomcard');
  }
  return { rooms: cards.map(readCard), next: readNextPage(document) };
}

/** The number of the page after one of a list. */
export function readNextPage(document: PageElement): number | undefined {
  const pager = document.find('.pager');
  const next =
    pager?.find('a[rel="next"]') ?? pager?.findAll('a').find((link) => /^\s*next/i.test(link.text));
  return readNumber(/[?&]page=(\d+)/.exec(next?.attribute('href') ?? '')?.[1]);
}

function readCard(card: PageElement): RoomCard {
  const parts = new Map<string, PageElement>();
  const flags = new Set<string>();
  walk(card, (element) => {
    if (hasClass(element, 'mini-room-chart')) return true;
    for (const name of element.attribute('class')?.split(/\s+/) ?? []) {
      flags.add(name);
      if (!parts.has(name)) parts.set(name, element);
    }
    return false;
  });
  const nameBox = parts.get('room-name');
  const link = nameBox?.find('a');
  const id = readNumber(/^room-(\d+)$/.exec(card.attribute('id') ?? '')?.[1]) ?? idInPath(link, 'rooms');
  if (id === undefined) return unexpectedPage(page, '.roomcard[id]');
  // The text may be cut short.
  const name = nameBox?.attribute('title') ?? link?.attribute('title') ?? readText(nameBox);
  if (name === undefined) return unexpectedPage(page, '.roomcard .room-name');
  const description = parts.get('room-description');
  return {
    id,
    name,
    textDescription: description?.attribute('title') ?? description?.text.trim() ?? '',
    parentSiteName: parts.get('small-site-logo')?.attribute('title'),
    access: readAccess(flags),
    frozen: hasClass(card, 'frozen'),
    deleted: hasClass(card, 'deleted'),
    isFavorite: flags.has('favorite-room'),
    messageCount: readNumber(parts.get('room-message-count')?.attribute('title')),
  };
}

/** By the icons before its name. */
export function readAccess(classes: { has(name: string): boolean }): RoomAccess {
  if (classes.has('sprite-sec-private')) return 'private';
  return classes.has('sprite-sec-gallery') ? 'gallery' : 'public';
}
