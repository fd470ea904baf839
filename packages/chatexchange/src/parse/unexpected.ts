import { ChatExchangeError } from '../errors.js';

/** Refuses a page that lacks what it is read for. */
export function unexpectedPage(page: string, selector: string): never {
  throw new ChatExchangeError(`chatexchange: the page ${page} has no ${selector}: it may have changed`, {
    service: 'chatexchange',
    kind: 'protocol',
    code: 'UNEXPECTED_PAGE',
    // No other answer is read as a page.
    status: 200,
  });
}
