import { hasClass, readNumber, readText, type PageElement } from './document.js';
import { readStars } from './monologues.js';
import { nameOf, readLinkedUser, type NamedUser } from './room-info.js';
import { unexpectedPage } from './unexpected.js';

/** One step in what became of a message. */
export interface HistoryStep {
  /** In the page's word: `said`, `edited`, `deleted`; others may come. */
  readonly kind: string;
  /** Absent when the account is gone: only its name is left. */
  readonly user: NamedUser | undefined;
  readonly userName: string;
  /** As it was written; absent of a step that changed no words. */
  readonly source: string | undefined;
  /** In the page's own words, UTC: `1:45 AM`. */
  readonly clockTime: string | undefined;
}

/** What the page `/messages/{id}/history` says of a message. */
export interface MessageHistory {
  readonly roomId: number | undefined;
  readonly owner: NamedUser | undefined;
  /** HTML. */
  readonly content: string | undefined;
  readonly deleted: boolean;
  readonly stars: number;
  /** How many have pinned it; those whose accounts are gone are not among the pinners. */
  readonly pins: number;
  readonly pinners: readonly NamedUser[];
  /** The newest first; never empty. */
  readonly steps: readonly HistoryStep[];
}

const name = '/messages/{id}/history';

/** Reads `/messages/{id}/history`. */
export function parseMessageHistory(page: PageElement): MessageHistory {
  const [current, ...rest] = page.findAll('.monologue');
  if (current === undefined) return unexpectedPage(name, '.monologue');
  const content = current.find('.content');
  // The source of a step is no content of a message.
  if (content === undefined || current.find('.message-source') !== undefined) {
    return unexpectedPage(name, '.monologue:first-of-type .content');
  }
  const steps = rest.map(readStep);
  if (!steps.some(({ source }) => source !== undefined)) return unexpectedPage(name, '.message-source');
  const pins = page.findAll('#content p').filter((line) => line.find('.owner-star') !== undefined);
  const stars = current.find('.flash .stars') ?? current.find('.stars');
  if (pins.length === 0 && stars !== undefined && hasClass(stars, 'owner-star')) {
    return unexpectedPage(name, '#content p .owner-star');
  }
  const permalink = current.find('a[name]')?.attribute('href') ?? '';
  return {
    roomId: readNumber(/\/transcript\/(\d+)/.exec(permalink)?.[1]),
    owner: readUser(current).user,
    content: content.html.trim(),
    deleted: isDeleted(steps, page),
    stars: readStars(stars).stars,
    pins: pins.length,
    pinners: pins.flatMap((line) => readLinkedUser(line.find('a[href*="/users/"]')) ?? []),
    steps,
  };
}

/** What was done last counts; the heading, where no step tells. */
function isDeleted(steps: readonly HistoryStep[], page: PageElement): boolean {
  const last = steps.find(({ kind }) => kind === 'deleted' || kind === 'undeleted');
  if (last !== undefined) return last.kind === 'deleted';
  return /deletion/i.test((page.find('#content h2') ?? page.find('h2'))?.text ?? '');
}

function readStep(group: PageElement): HistoryStep {
  const kind = readText(group.find('b'))?.replace(/:$/, '').toLowerCase();
  if (kind === undefined) return unexpectedPage(name, '.monologue b');
  const { user, userName } = readUser(group);
  return {
    kind,
    user,
    userName,
    source: group.find('.message-source')?.text,
    clockTime: readText(group.find('.timestamp')),
  };
}

function readUser(group: PageElement): Pick<HistoryStep, 'user' | 'userName'> {
  const username = group.find('.username');
  if (username === undefined) return unexpectedPage(name, '.monologue .username');
  const link = username.find('a');
  return { user: readLinkedUser(link), userName: nameOf(link ?? username) };
}
