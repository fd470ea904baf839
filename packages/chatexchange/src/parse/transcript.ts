import { hasClass, idInPath, isAmong, readNumber, walk, type PageElement } from './document.js';
import { readMonologue, type Monologue, type ShownMessage } from './monologues.js';
import type { NamedUser } from './room-info.js';
import { boundTimes, type Sent } from './clock-times.js';
import { unexpectedPage } from './unexpected.js';

/** A message as a transcript shows it. */
export type TranscriptMessage = ShownMessage & Sent;

/** A break that a transcript shows between messages. */
export interface TranscriptPause {
  /** In the page's own words: `6 hours later…`. */
  readonly text: string;
  /** The message after it. */
  readonly before: number | undefined;
}

/** What a transcript shows: a day of one room, or a part of it. Days are written `2018-10-30` and are those of UTC. */
export interface Transcript {
  readonly room: NamedUser;
  readonly day: string;
  /** The hours that the page is of, the second not included. */
  readonly hours: readonly [number, number];
  readonly messages: readonly TranscriptMessage[];
  readonly pauses: readonly TranscriptPause[];
  /** The days before and after that have messages; absent at the ends. */
  readonly previousDay: string | undefined;
  readonly nextDay: string | undefined;
  /** The first and the last day of the room; absent when they are shown already, or are next to it. */
  readonly firstDay: string | undefined;
  readonly lastDay: string | undefined;
  /** The hours of the other parts of a long day. */
  readonly otherHours: readonly (readonly [number, number])[];
  /** Who reads it; 0 for nobody who is logged in. */
  readonly readerId: number | undefined;
}

const page = '/transcript';

/** Reads `/transcript/…`, in one go: it is the largest page of all. */
export function parseTranscript(document: PageElement): Transcript {
  const groups: Monologue[] = [];
  const pauses: TranscriptPause[] = [];
  const around: PageElement[] = [];
  const notices: { readonly text: string; readonly group: number }[] = [];
  walk(document, (element) => {
    const classes = element.attribute('class');
    if (isAmong('monologue', classes)) groups.push(readMonologue(element, page));
    else if (isAmong('system-message', classes))
      notices.push({ text: element.text.trim(), group: groups.length });
    else {
      around.push(element);
      return false;
    }
    return true;
  });
  for (const { text, group } of notices) pauses.push({ text, before: groups[group]?.messages[0]?.id });
  if (groups.length === 0) assertEmpty(around);
  const room = readRoom(around);
  if (room === undefined) return unexpectedPage(page, '.room-name a');
  const { day, hours } = readDay(around);
  const sent = boundTimes(hours, groups);
  const neighbours = readNeighbours(around);
  return {
    room,
    day,
    hours,
    messages: groups.flatMap(({ messages }, group) =>
      messages.map((message, index) => Object.assign(message, sent(group, index))),
    ),
    pauses,
    ...neighbours,
    otherHours: readPager(around, hours),
    readerId: readReader(around),
  };
}

/** A day without messages has a place for them with nothing in it. */
function assertEmpty(around: readonly PageElement[]): void {
  const place = around.find((element) => element.attribute('id') === 'transcript');
  const remains = (element: PageElement): boolean =>
    ['message', 'messages', 'signature', 'content'].some((name) => hasClass(element, name)) ||
    /^message-\d+$/.test(element.attribute('id') ?? '');
  if (place === undefined || around.some(remains)) unexpectedPage(page, '#transcript .monologue');
}

function readRoom(around: readonly PageElement[]): NamedUser | undefined {
  const names: PageElement[] = [];
  for (const element of around) {
    if (!hasClass(element, 'room-name')) continue;
    walk(element, (inner) => {
      if (inner.tag === 'a') names.push(inner);
      return false;
    });
  }
  const link = names.at(-1) ?? around.find((element) => element.attribute('id') === 'join-room');
  const id = idInPath(link, 'rooms') ?? readNumber(/\/transcript\/(\d+)/.exec(canonical(around))?.[1]);
  const name = names.at(-1)?.text.trim() ?? '';
  return id === undefined ? undefined : { id, name };
}

function canonical(around: readonly PageElement[]): string {
  const link = around.find((element) => element.tag === 'link' && element.attribute('rel') === 'canonical');
  return link?.attribute('href') ?? '';
}

/** The day by the page's own address, by its calendar, or by its title. */
function readDay(around: readonly PageElement[]): Pick<Transcript, 'day' | 'hours'> {
  const address = canonical(around);
  const calendar = around.find(
    (element) => hasClass(element, 'icon') && element.children.some((child) => hasClass(child, 'calendar')),
  );
  const title = around.find((element) => element.tag === 'title')?.text ?? '';
  const day =
    dayInPath(address) ??
    /^\d{4}-\d\d-\d\d$/.exec(calendar?.attribute('title') ?? '')?.[0] ??
    /(\d{4}-\d\d-\d\d)(?:\s|$)/.exec(title)?.[1];
  if (day === undefined) return unexpectedPage(page, 'link[rel="canonical"]');
  return { day, hours: hoursInPath(address) ?? currentHours(around) ?? [0, 24] };
}

/** The day in an address such as `/transcript/1/2018/3/30/0-24`, as `2018-03-30`. */
function dayInPath(address: string): string | undefined {
  const [, year, month = '', day = ''] =
    /\/transcript\/\d+\/(\d{4})\/(\d{1,2})\/(\d{1,2})(?:[/?#]|$)/.exec(address) ?? [];
  return year === undefined ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function hoursInPath(address: string): readonly [number, number] | undefined {
  const [, from, to] = /\/(\d{1,2})-(\d{1,2})(?:[?#]|$)/.exec(address) ?? [];
  return from === undefined || to === undefined ? undefined : [Number(from), Number(to)];
}

/** What the pager says of the part that is shown: `09:00 - 15:00`. */
function currentHours(around: readonly PageElement[]): readonly [number, number] | undefined {
  const current = around.find((element) => hasClass(element, 'page-numbers') && hasClass(element, 'current'));
  const [, from, to] = /(\d{1,2}):00\s*\D\s*(\d{1,2}):00/.exec(current?.text ?? '') ?? [];
  return from === undefined || to === undefined ? undefined : [Number(from), Number(to)];
}

type Neighbours = Pick<Transcript, 'previousDay' | 'nextDay' | 'firstDay' | 'lastDay'>;

function readNeighbours(around: readonly PageElement[]): Neighbours {
  const links = around.filter(({ tag }) => tag === 'a' || tag === 'link');
  const dayOf = (link: PageElement | undefined): string | undefined =>
    dayInPath(link?.attribute('href') ?? '');
  const related = (rel: string): string | undefined =>
    dayOf(links.find((link) => link.attribute('rel') === rel && dayOf(link) !== undefined));
  const named = (words: string): string | undefined =>
    dayOf(links.find((link) => hasClass(link, 'button') && link.text.includes(words)));
  return {
    previousDay: related('prev'),
    nextDay: related('next'),
    firstDay: named('first day'),
    lastDay: named('last day'),
  };
}

function readPager(
  around: readonly PageElement[],
  [from, to]: readonly [number, number],
): readonly (readonly [number, number])[] {
  const pager = around.find((element) => hasClass(element, 'pager'));
  const hours = (pager?.findAll('a[href]') ?? []).flatMap((link) => {
    const found = hoursInPath(link.attribute('href') ?? '');
    return found === undefined ? [] : [found];
  });
  const others = new Map(hours.map((each) => [each.join('-'), each]));
  others.delete(`${from}-${to}`);
  return [...others.values()].toSorted(([a], [b]) => a - b);
}

/** Of what a script of the page is told, the second. */
function readReader(around: readonly PageElement[]): number | undefined {
  const scripts = around.filter(({ tag }) => tag === 'script').map(({ text }) => text);
  return readNumber(/\binitTranscript\(\w+,([^,)]+)/.exec(scripts.join('\n'))?.[1]);
}
