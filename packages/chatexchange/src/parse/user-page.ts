import { readNumber, readText, type PageElement } from './document.js';
import { unexpectedPage } from './unexpected.js';

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
}

/** Reads `/users/{id}`. */
export function parseUserPage(page: PageElement): UserPage {
  const name = readText(page.find('.subheader h1')) ?? readText(page.find('h1'));
  if (name === undefined || page.find('.usercard-xxl, .user-stats, .user-status') === undefined) {
    return unexpectedPage('/users', 'h1');
  }
  const keys = page.findAll('td.user-keycell');
  const values = page.findAll('td.user-valuecell');
  // By its name: rows go missing, and on one's own page there are controls among them.
  const row = (key: string): PageElement | undefined =>
    values[keys.findIndex((cell) => cell.text.trim().toLowerCase().startsWith(key))];
  return {
    name,
    about: row('about')?.html.trim() || undefined,
    isModerator: page.find('.user-status')?.text.includes('♦') ?? false,
    messageCount: count(page, '.user-message-count-xxl'),
    roomCount: count(page, '.user-room-count-xxl'),
    reputation: readNumber(page.find('.reputation-score')?.attribute('title')),
    lastSeen: readAge(row('last seen')?.text),
    lastMessage: readAge(row('last message')?.text),
  };
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

function count(page: PageElement, selector: string): number {
  const element = page.find(selector);
  const number = readNumber(element?.attribute('title')) ?? readNumber(element?.text);
  return number ?? unexpectedPage('/users', selector);
}
