import { wordsOf, type ReadableBody, type ReadableSegment } from './readable.js';

/** What each kind of markup is in HTML. What the service calls the tag is not taken at its word. */
const tags: Readonly<Record<string, string>> = {
  Bold: 'b',
  Code: 'code',
  Hyperlink: 'a',
  Italic: 'i',
  ListItem: 'li',
  OrderedList: 'ol',
  Paragraph: 'p',
  Strikethrough: 's',
  Underline: 'u',
  UnorderedList: 'ul',
};

/** What can be said about HTML that is made of a text. */
export interface HtmlOptions {
  /** Where links lead that begin with a slash: the instance. Without it they lead to the page's own host. */
  readonly baseUrl?: string | undefined;
}

/**
 * A text of any answer as HTML that can go into a page: all words escaped, markup balanced even where the answer is not,
 * and no address but `http`, `https` and those that begin with a slash. Line breaks become `<br>`; pieces of a kind that
 * is not known read as their own text.
 *
 * For texts as they come by default. With `entityEncoding: 'html'` they are escaped already, and would be twice.
 *
 * @param body `body` of a post, a comment or a message, `header` of a post; `null` and nothing give an empty text.
 * @example
 * ```ts
 * import { createChatter, toHtml } from '@x/chatter';
 *
 * const chatter = createChatter({ instanceUrl: 'https://mydomain.my.salesforce.com', accessToken: '00D…' });
 * const { body } = await chatter.feed_elements._('0D5…').get();
 * export const html: string = toHtml(body, { baseUrl: 'https://mydomain.my.salesforce.com' });
 * ```
 */
export function toHtml(body: ReadableBody | null | undefined, options: HtmlOptions = {}): string {
  const segments = body?.messageSegments ?? [];
  if (segments.length === 0) return escapeWords(body?.text ?? '');
  let html = '';
  const open: string[] = [];
  const closeUpTo = (depth: number): void => {
    while (open.length > depth) html += `</${open.pop()}>`;
  };
  for (const segment of segments) {
    const { type, markupType = '' } = segment;
    const tag = Object.hasOwn(tags, markupType) ? tags[markupType] : undefined;
    if (type === 'MarkupBegin' && tag !== undefined) {
      open.push(tag);
      html += tag === 'a' ? openLink(segment, options) : `<${tag}>`;
    } else if (type === 'MarkupEnd') {
      const depth = tag === undefined ? -1 : open.lastIndexOf(tag);
      if (depth !== -1) closeUpTo(depth);
    } else {
      html += pieceOf(segment, options, open.includes('a'));
    }
  }
  closeUpTo(0);
  return html;
}

function openLink({ url, altText }: ReadableSegment, options: HtmlOptions): string {
  const href = safeAddress(url, options);
  return `<a${attribute('href', href)}${attribute('title', altText ?? undefined)}>`;
}

/** A piece that is no markup. A link inside of a link is none. */
function pieceOf(segment: ReadableSegment, options: HtmlOptions, inLink: boolean): string {
  const address = safeAddress(segment.url, options);
  if (segment.type === 'InlineImage' && address !== undefined) {
    return `<img${attribute('src', address)}${attribute('alt', wordsOf(segment))}>`;
  }
  const words = escapeWords(wordsOf(segment));
  const leads = segment.type === 'Link' || segment.type === 'ResourceLink';
  return leads && address !== undefined && !inLink ? `<a${attribute('href', address)}>${words}</a>` : words;
}

function attribute(name: string, value: string | undefined): string {
  return value === undefined ? '' : ` ${name}="${escape(value)}"`;
}

/** An address that a page may lead to, or nothing: `javascript:` and its like are none. */
function safeAddress(url: string | null | undefined, { baseUrl = '' }: HtmlOptions): string | undefined {
  // Two slashes, or what a browser takes for them, lead to another host.
  if (!url || !/^(https?:\/\/|\/(?![\\/]))[^\0-\x20]*$/i.test(url)) return undefined;
  return url.startsWith('/') ? baseUrl.replace(/\/$/, '') + url : url;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(words: string): string {
  return words.replaceAll(/[&<>"']/g, (each) => entities[each] ?? each);
}

function escapeWords(words: string): string {
  return escape(words).replaceAll('\n', '<br>');
}
