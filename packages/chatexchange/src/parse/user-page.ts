import { idInPath, readNumber, readText, type PageElement } from './document.js';
import { readCount, withoutDiamond } from './room-info.js';
import { unexpectedPage } from './unexpected.js';

/** The account of a main site that a user of the chat stands for. */
export interface ParentUser {
  /** The id on that site. */
  readonly id: number;
  readonly name: string;
  /** The site: `meta.stackexchange.com`. */
  readonly host: string;
  readonly url: string;
}

/** A room that a page names. */
export interface NamedRoom {
  readonly id: number;
  readonly name: string;
}

/** What the page `/users/{id}` says of a user. */
export interface UserPage {
  readonly name: string;
  /** HTML. */
  readonly about: string | undefined;
  readonly isModerator: boolean;
  readonly messageCount: number;
  readonly roomCount: number;
  readonly reputation: number | undefined;
  /** Seconds ago, in the steps in which the page tells. */
  readonly lastSeen: number | undefined;
  readonly lastMessage: number | undefined;
  /** The day of their first visit: `2015-05-26`. */
  readonly since: string | undefined;
  readonly parentUser: ParentUser | undefined;
  readonly pictureUrl: string | undefined;
  /** Where they are now. */
  readonly rooms: readonly NamedRoom[];
  readonly ownedRooms: readonly NamedRoom[];
}

/** Reads `/users/{id}`. */
export function parseUserPage(page: PageElement): UserPage {
  const name = readText(page.find('.subheader h1')) ?? readText(page.find('h1'));
  if (name === undefined) return unexpectedPage('/users', 'h1');
  const card = page.find('.usercard-xxl') ?? unexpectedPage('/users', '.usercard-xxl');
  const row = readRows(card);
  return {
    name: withoutDiamond(name),
    about: readAbout(row('about')),
    isModerator: card.find('.user-status')?.text.includes('♦') ?? false,
    messageCount: readCount(page, '.user-message-count-xxl', '/users'),
    roomCount: readCount(page, '.user-room-count-xxl', '/users'),
    reputation: readReputation(card.find('.reputation-score')),
    lastSeen: readAge(row('last seen')?.text),
    lastMessage: readAge(row('last message')?.text),
    since: /\d{4}-\d\d-\d\d/.exec(row('chat user since')?.text ?? '')?.[0],
    parentUser: readParent(row('parent user')?.find('a[href*="/users/"]')),
    pictureUrl: card.find('img.user-gravatar-128')?.attribute('src'),
    rooms: readRooms(page, '#user-roomcards-container .roomcard'),
    ownedRooms: readRooms(page, '#user-owningcards .roomcard'),
  };
}

/** Cells by what they are called: rows go missing, and on one's own page there are controls among them. */
function readRows(card: PageElement): (key: string) => PageElement | undefined {
  const keys = card.findAll('td.user-keycell');
  const values = card.findAll('td.user-valuecell');
  return (key) => values[keys.findIndex((cell) => cell.text.trim().toLowerCase().startsWith(key))];
}

/** On one's own page there may be something to change it with. */
const controls: ReadonlySet<string> = new Set(['form', 'button', 'script', 'textarea', 'select']);

function readAbout(cell: PageElement | undefined): string | undefined {
  const parts = cell?.children ?? [];
  const isControl = (part: PageElement): boolean =>
    controls.has(part.tag) || (part.attribute('id') ?? '').startsWith('edit-');
  let html = cell?.html ?? '';
  for (const { tag, html: inner } of parts.filter(isControl)) {
    const end = `>${inner}</${tag}>`;
    const at = html.indexOf(end);
    const start = html.lastIndexOf(`<${tag}`, at);
    if (start !== -1) html = html.slice(0, start) + html.slice(at + end.length);
  }
  return html.trim() || undefined;
}

const secondsIn: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, y: 31_536_000 };

/** Seconds of `49m ago`; 0 of `just now`; `undefined` of what is no age. */
export function readAge(text: string | undefined): number | undefined {
  const age = text?.trim() ?? '';
  if (/^just now/i.test(age)) return 0;
  const [, number, unit = ''] = /^(\d+)\s*([smhdy])/.exec(age) ?? [];
  const seconds = secondsIn[unit];
  return number === undefined || seconds === undefined ? undefined : Number(number) * seconds;
}

function readReputation(score: PageElement | undefined): number | undefined {
  if (score === undefined) return undefined;
  // The text is short for it: `15k`.
  return readNumber(score.attribute('title')) ?? unexpectedPage('/users', '.reputation-score[title]');
}

function readParent(link: PageElement | undefined): ParentUser | undefined {
  const address = link?.attribute('href') ?? '';
  const id = idInPath(link, 'users');
  if (link === undefined || id === undefined || !URL.canParse(address, 'https://-')) return undefined;
  const { host, href: url } = new URL(address, 'https://-');
  return host === '-' ? undefined : { id, name: link.text.trim(), host, url };
}

function readRooms(page: PageElement, selector: string): readonly NamedRoom[] {
  return page.findAll(selector).flatMap((card) => {
    const link = card.find('.room-name a');
    const id = readNumber(/^room-(\d+)$/.exec(card.attribute('id') ?? '')?.[1]) ?? idInPath(link, 'rooms');
    // The text may be cut short.
    const name = card.find('.room-name')?.attribute('title') ?? readText(link) ?? '';
    return id === undefined ? [] : [{ id, name }];
  });
}
