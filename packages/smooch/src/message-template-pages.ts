import { paginate, type CallOptions, type Http, type Pages } from '@x/http-core';
import { partOf } from './answer.js';
import type {
  MessageTemplate,
  MessageTemplatesPage,
  MessageTemplatesQuery,
} from './types/message-template.js';

/**
 * The templates of WhatsApp, page by page. A page tells where the next one begins by a cursor, whose name also is that of the
 * parameter that takes it, or by an address that holds it.
 */
export function messageTemplatePages(
  http: Http,
  path: () => string,
  query: MessageTemplatesQuery,
  call: CallOptions | undefined,
): Pages<MessageTemplate, MessageTemplatesPage> {
  const { after: _after, next: _next, previous, ...filters } = query;
  const back = previous !== undefined;
  const names = back ? (['previous'] as const) : (['after', 'next'] as const);

  const load = async (cursor?: string): Promise<MessageTemplatesPage> =>
    http.json('GET', path(), {
      ...call,
      query:
        cursor === undefined
          ? { ...query }
          : { ...filters, ...Object.fromEntries(new URLSearchParams(cursor)) },
    });

  return paginate(
    load,
    (page) => {
      const found = partOf(page, 'messageTemplates');
      return back ? found.toReversed() : found;
    },
    (page) => {
      const name = names.find((each) => page[each]);
      if (page.hasMore === false || name === undefined) return undefined;
      const cursor = String(page[name]);
      return cursor.includes('?')
        ? cursor.replace(/^[^?]*/, '')
        : `${new URLSearchParams({ [name]: cursor })}`;
    },
  );
}
