import { paginate, type CallOptions, type Http, type Pages } from '@x/http-core';
import { partOf } from './answer.js';
import { refuseArgument } from './errors.js';
import { freshPages } from './fresh-pages.js';
import type { Message } from './types/message.js';
import type { MessagesPage, MessagesRange } from './types/messages-page.js';

/** How many messages the service gives at once. */
const pageSize = 100;

/** The least by which two times differ, in seconds. */
const tick = 0.001;

/**
 * The messages of a conversation, page by page. A bound is not part of what it bounds, so that of several messages of the same
 * millisecond some may lie beyond the edge of a page: each page is asked for with the edge of the one before, and what was there
 * already is left out.
 */
export function messagePages(
  http: Http,
  path: () => string,
  range: MessagesRange,
  call: CallOptions | undefined,
): Pages<Message, MessagesPage> {
  const { before, after }: { readonly before?: number | undefined; readonly after?: number | undefined } =
    range;
  const forwards = after !== undefined;
  const bound = forwards ? 'after' : 'before';
  const start = after ?? before;

  return freshPages(() => {
    /** Where the next page begins; `undefined` at the end. */
    let next = start;
    /** Of the edge of what was read. */
    let edge: number | undefined;
    let seen = new Set<string>();

    async function read(query: MessagesRange): Promise<MessagesPage> {
      const page = await http.json<MessagesPage>('GET', path(), { ...call, query });
      partOf(page, 'messages');
      return page;
    }

    /** What a page has beyond what was read; remembers what lies on its own edge. */
    function take(page: MessagesPage): readonly Message[] {
      const fresh = page.messages.filter(({ _id }) => !seen.has(_id));
      const last = forwards ? fresh.at(-1) : fresh[0];
      if (last !== undefined) {
        if (last.received !== edge) seen = new Set();
        edge = last.received;
        for (const { _id, received } of fresh) if (received === edge) seen.add(_id);
      }
      return fresh;
    }

    async function load(): Promise<MessagesPage> {
      if (before !== undefined && after !== undefined)
        refuseArgument('after', 'left out where there is a before');
      const asked = next;
      const page = await read(asked === undefined ? {} : { [bound]: asked });
      const fresh = [...take(page)];
      next = undefined;
      if (page.messages.length >= pageSize && edge !== undefined) {
        next = forwards ? earlier(edge) : later(edge);
        if (next === asked) {
          // A page of one millisecond only: the rest of that is at its other end, and then it goes on behind it.
          const rest = await read(forwards ? { before: later(edge) } : { after: earlier(edge) });
          const left = rest.messages.filter(({ _id, received }) => received === edge && !seen.has(_id));
          fresh.splice(forwards ? fresh.length : 0, 0, ...left);
          next = edge;
        }
      }
      return { ...page, messages: fresh };
    }

    return paginate<MessagesPage, Message, number>(
      load,
      ({ messages }) => (forwards ? messages : messages.toReversed()),
      () => next,
    );
  });
}

/** Times have a thousandth of a second, which numbers of this kind only come near to. */
const later = (time: number): number => Math.round((time + tick) * 1000) / 1000;
const earlier = (time: number): number => Math.round((time - tick) * 1000) / 1000;
