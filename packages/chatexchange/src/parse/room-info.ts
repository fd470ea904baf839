import { hasClass, idInPath, readNumber, readRounded, readText, type PageElement } from './document.js';
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
  /** The day of the first message, `2015-10-19`; absent of a room in which nothing was said. */
  readonly firstMessage: string | undefined;
  /** When something was said last, in the page's own words: `18 minutes ago`. */
  readonly lastMessage: string | undefined;
  /**
   * How many messages were sent, by the page's own words for when: `today`, `yesterday`, `per day`, …; rounded from a
   * thousand on. Absent where the page has no such numbers.
   */
  readonly messageStatistics: Readonly<Record<string, number>> | undefined;
  readonly isFavorite: boolean;
}

/** Somebody on the page of a room, who is in it or often in it. */
export interface RoomUser extends NamedUser {
  readonly reputation: number | undefined;
  /** How many messages they sent there. */
  readonly messageCount: number | undefined;
}

/** Whom a room gives which rights. */
export interface AccessLists {
  readonly owners: readonly NamedUser[];
  readonly readWrite: readonly NamedUser[];
  readonly readOnly: readonly NamedUser[];
  /** Who has asked to be let in; absent for who may not see it. */
  readonly requests: readonly NamedUser[] | undefined;
}

const page = '/rooms/info';

/** Reads `/rooms/info/{id}`. */
export function parseRoomInfo(document: PageElement): RoomInfo {
  const card = document.find('.roomcard-xxl');
  const name = readText(card?.find('h1')) ?? readText(document.find('h1'));
  if (card === undefined || name === undefined) return unexpectedPage(page, '.roomcard-xxl h1');
  const favorite = card.find('.favorite-room-vote');
  return {
    name,
    description: (card.find('.roomcard-xxl > p') ?? card.find('p'))?.html.trim() ?? '',
    tags: card.findAll('a.tag').map((tag) => tag.text.trim()),
    messageCount: readCount(document, '.room-message-count-xxl', page),
    userCount: readCount(document, '.room-user-count-xxl', page),
    parentSiteName: card.find('img[title]')?.attribute('title'),
    owners: readUserCards(document, '#room-ownercards', readUser),
    ...readMessageDates(card),
    messageStatistics: readStatistics(document),
    isFavorite: favorite !== undefined && hasClass(favorite, 'favorite-room'),
  };
}

/** Reads who is in a room, or often there, from its page: `?users=current` or `?users=frequent`. */
export function parseRoomUsers(document: PageElement): readonly RoomUser[] {
  return readUserCards(document, '#room-usercards', (card) => {
    const user = readUser(card);
    return (
      user && {
        ...user,
        reputation: readNumber(card.find('.reputation-score')?.attribute('title')),
        messageCount: readNumber(card.find('.user-message-count')?.attribute('title')),
      }
    );
  });
}

/** Reads `/rooms/info/{id}?tab=access`. */
export function parseAccessLists(document: PageElement): AccessLists {
  const list = (level: string): readonly NamedUser[] =>
    readUserCards(document, `#access-section-${level}`, readUser);
  return {
    owners: list('owner'),
    readWrite: list('read-write'),
    readOnly: list('read-only'),
    requests: document.find('#access-section-request') && list('request'),
  };
}

/** A name without the mark of moderators. */
export function withoutDiamond(name: string): string {
  return name.trim().replace(/\s+♦$/, '');
}

/** What an element calls somebody. */
export function nameOf(element: PageElement): string {
  return withoutDiamond(element.attribute('title') ?? element.text);
}

/** Somebody to whose page a link leads. */
export function readLinkedUser(link: PageElement | undefined): NamedUser | undefined {
  const id = idInPath(link, 'users');
  return link === undefined || id === undefined ? undefined : { id, name: nameOf(link) };
}

/** The cards in a part of the page. None is a list with nobody in it, unless somebody is there after all. */
function readUserCards<T>(
  document: PageElement,
  place: string,
  read: (card: PageElement) => T | undefined,
): readonly T[] {
  const part = document.find(place);
  const cards = part?.findAll('.usercard');
  const users = cards?.map(read).filter((user) => user !== undefined);
  const isRead =
    cards?.length === 0 ? part?.find('a[href^="/users/"]') === undefined : users?.length === cards?.length;
  return users === undefined || !isRead ? unexpectedPage(page, `${place} .usercard`) : users;
}

function readUser(card: PageElement): NamedUser | undefined {
  const id =
    readNumber(/^(?:[a-z]+-)*user-(-?\d+)$/.exec(card.attribute('id') ?? '')?.[1]) ??
    idInPath(card.find('a[href^="/users/"]'), 'users');
  const title = card.find('.user-header')?.attribute('title') ?? readText(card.find('.username'));
  return id === undefined || title === undefined ? undefined : { id, name: withoutDiamond(title) };
}

function readMessageDates(card: PageElement): Pick<RoomInfo, 'firstMessage' | 'lastMessage'> {
  const cells = card.findAll('.room-stats td');
  const after = (key: string): string | undefined =>
    readText(cells[cells.findIndex((cell) => cell.text.trim().toLowerCase() === key) + 1 || cells.length]);
  return { firstMessage: after('first message'), lastMessage: after('last message') };
}

function readStatistics(document: PageElement): RoomInfo['messageStatistics'] {
  const cells = document.findAll('.message-stats td');
  if (cells.length === 0) return undefined;
  return Object.fromEntries(
    cells.map((cell) => {
      const frame = readText(cell.find('.stats-timeframe'));
      const number = readRounded(cell.find('.stats-count')?.text);
      return frame === undefined || number === undefined
        ? unexpectedPage(page, '.message-stats .stats-count')
        : ([frame, number] as const);
    }),
  );
}

/** A number that a page must have: exact in the title of its element, or as its text has it. */
export function readCount(document: PageElement, selector: string, name: string): number {
  const element = document.find(selector);
  const number = readNumber(element?.attribute('title')) ?? readRounded(element?.text);
  return number ?? unexpectedPage(name, selector);
}
