import { hasClass, walk, type PageElement } from './document.js';
import { readMonologue, type ShownMessage } from './monologues.js';
import { readNextPage } from './room-list.js';
import { unexpectedPage } from './unexpected.js';

/** A message that a search has found; its room is named. */
export interface FoundMessage extends ShownMessage {
  readonly roomId: number;
}

/** One page of what a search has found. */
export interface SearchPage {
  readonly messages: readonly FoundMessage[];
  /** The number of the page after it. */
  readonly next: number | undefined;
}

const page = '/search';

/** Reads `/search`; `roomId` is the room that was searched, if it was one. */
export function parseSearch(document: PageElement, roomId?: number): SearchPage {
  const messages: FoundMessage[] = [];
  let canSearch = false;
  let remains = false;
  walk(document, (element) => {
    if (hasClass(element, 'monologue')) {
      for (const message of readMonologue(element, page).messages) {
        const room = message.roomId ?? roomId ?? unexpectedPage(page, '.message a[name][href]');
        messages.push({ ...message, roomId: room });
      }
      return true;
    }
    // Where nothing was found there is nothing but what every page has: a way to search.
    canSearch ||= element.tag === 'form' && element.attribute('action') === '/search';
    remains ||=
      ['message', 'messages', 'signature'].some((name) => hasClass(element, name)) ||
      /^message-\d+$/.test(element.attribute('id') ?? '');
    return false;
  });
  if (messages.length === 0 && (remains || !canSearch)) return unexpectedPage(page, '.monologue');
  return { messages, next: readNextPage(document) };
}
