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

/** Refuses an answer that is not in the form that it is known in. */
export function unexpectedAnswer(address: string, what: string): never {
  throw new ChatExchangeError(`chatexchange: the answer of ${address} has no ${what}: it may have changed`, {
    service: 'chatexchange',
    kind: 'protocol',
    code: 'UNEXPECTED_ANSWER',
    status: 200,
  });
}
