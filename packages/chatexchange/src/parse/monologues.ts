import { hasClass, isAmong, readNumber, walk, type PageElement } from './document.js';
import { nameOf, readLinkedUser, type NamedUser } from './room-info.js';
import { unexpectedPage } from './unexpected.js';

/** A message as transcripts and results of a search show it. */
export interface ShownMessage {
  readonly id: number;
  /** The room that its own address names. */
  readonly roomId: number | undefined;
  /** Absent when the account is gone: only its name is left. */
  readonly owner: NamedUser | undefined;
  readonly ownerName: string;
  /** HTML; absent when the message was removed. */
  readonly content: string | undefined;
  /** Only the beginning of it is there. */
  readonly isPartial: boolean;
  readonly deleted: boolean;
  readonly edited: boolean;
  readonly parentId: number | undefined;
  readonly stars: number;
  readonly starredByYou: boolean;
  readonly pinned: boolean;
  /** The page was asked for because of it. */
  readonly isHighlighted: boolean;
}

/** What somebody said in one go. */
export interface Monologue {
  /** What the page says of when it began, in its own words: `1:45 AM`. Most groups have none. */
  readonly time: string | undefined;
  readonly messages: readonly ShownMessage[];
}

/** Reads an element with the class `monologue`; `page` names the page in a refusal. */
export function readMonologue(group: PageElement, page: string): Monologue {
  let username: PageElement | undefined;
  let time: string | undefined;
  const found: PageElement[] = [];
  walk(group, (element) => {
    const classes = element.attribute('class');
    if (isAmong('message', classes)) return found.push(element) > 0;
    if (isAmong('username', classes)) username ??= element;
    else if (isAmong('timestamp', classes)) time ??= element.text.trim() || undefined;
    else return false;
    return true;
  });
  if (username === undefined) return unexpectedPage(page, '.monologue .username');
  if (found.length === 0) return unexpectedPage(page, '.monologue .message');
  const author = readAuthor(username);
  return { time, messages: found.map((message) => readMessage(message, author, page)) };
}

interface Author {
  readonly owner: NamedUser | undefined;
  readonly ownerName: string;
}

function readAuthor(username: PageElement): Author {
  let link: PageElement | undefined = username.tag === 'a' ? username : undefined;
  walk(username, (element) => {
    if (element.tag === 'a') link ??= element;
    return false;
  });
  return { owner: readLinkedUser(link), ownerName: nameOf(link ?? username) };
}

function readMessage(message: PageElement, { owner, ownerName }: Author, page: string): ShownMessage {
  let content: PageElement | undefined;
  let reply: PageElement | undefined;
  let anchor: PageElement | undefined;
  let stars: PageElement | undefined;
  let edited = false;
  walk(message, (element) => {
    const classes = element.attribute('class');
    if (isAmong('content', classes)) {
      content ??= element;
      return true;
    }
    if (isAmong('stars', classes)) {
      stars ??= element;
      return true;
    }
    edited ||= isAmong('edits', classes);
    if (element.tag === 'a') {
      if (isAmong('reply-info', classes) || isAmong('reply-info-container', classes)) reply ??= element;
      else if (element.attribute('name') !== undefined) anchor ??= element;
    }
    return false;
  });
  const id = idIn(/^message-(\d+)$/, message.attribute('id')) ?? readNumber(anchor?.attribute('name'));
  if (id === undefined) return unexpectedPage(page, '.message[id]');
  if (content === undefined) return unexpectedPage(page, '.message .content');
  const classes = message.attribute('class');
  const { deleted, isPartial } = readMarks(content);
  return {
    id,
    roomId: idIn(/\/transcript\/(\d+)/, anchor?.attribute('href')),
    owner,
    ownerName,
    content: deleted ? undefined : content.html.trim(),
    isPartial,
    deleted,
    edited,
    parentId: idIn(/[#=](\d+)$/, reply?.attribute('href')) ?? idIn(/(?:^|\s)pid-(\d+)/, classes),
    ...readStars(stars),
    isHighlighted: isAmong('highlight', classes),
  };
}

/** The id that a pattern finds in an attribute. */
function idIn(pattern: RegExp, value: string | undefined): number | undefined {
  const digits = value === undefined ? undefined : pattern.exec(value)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function readMarks(content: PageElement): { readonly deleted: boolean; readonly isPartial: boolean } {
  let deleted = false;
  let isPartial = false;
  walk(content, (element) => {
    const classes = element.attribute('class');
    deleted ||= isAmong('deleted', classes);
    isPartial ||= isAmong('partial', classes);
    return false;
  });
  return { deleted, isPartial };
}

/** What a mark with stars says: also the list of what is starred has it. */
export function readStars(
  mark: PageElement | undefined,
): Pick<ShownMessage, 'stars' | 'starredByYou' | 'pinned'> {
  if (mark === undefined) return { stars: 0, starredByYou: false, pinned: false };
  let times: PageElement | undefined;
  walk(mark, (element) => {
    if (hasClass(element, 'times')) times ??= element;
    return false;
  });
  const is = (...names: readonly string[]): boolean => names.some((name) => hasClass(mark, name));
  return {
    // A star without a number is one.
    stars: readNumber(times?.text) ?? 1,
    // A pin of one's own adds a star, which may be taken back and leave the pin.
    starredByYou: is('user-star'),
    pinned: is('owner-star', 'user-owner-star'),
  };
}
