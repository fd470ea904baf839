import { markdownFence, markdownLines, markdownQuote } from './markdown-parts.js';
import { elementsOf, readElements, type Element } from './rich-text-elements.js';
import { inlineToMarkdown, mrkdwnToMarkdown, type MarkdownOptions } from './to-markdown.js';

/** What a message has that says what it says. */
export interface MessageText {
  readonly text?: string | undefined;
  readonly blocks?: readonly unknown[] | undefined;
}

/**
 * A message as Markdown: by its blocks of rich text, which say exactly what was meant, else by its text. Elements of kinds
 * that are not known are left out.
 *
 * @throws `RangeError` for a time zone that does not exist, if there is a date in the message.
 * @example
 * ```ts
 * import type { NewMessage } from '@x/slack-rtm';
 * import { messageToMarkdown } from '@x/slack-rtm/mrkdwn';
 *
 * export const shown = (message: NewMessage): string => messageToMarkdown(message, { timeZone: 'Europe/Vienna' });
 * ```
 */
export function messageToMarkdown(message: MessageText, options: MarkdownOptions = {}): string {
  const rich = elementsOf(message.blocks).filter(({ type }) => type === 'rich_text');
  const parts = rich.flatMap(({ elements }) => elementsOf(elements));
  if (parts.length === 0) return mrkdwnToMarkdown(message.text ?? '', options);
  let output = '';
  let before: Element | undefined;
  for (const part of parts) {
    const shown = partOf(part, options);
    if (shown === '') continue;
    // Lists of other depths are parts of their own, and yet one list.
    const goesOn = before?.['type'] === 'rich_text_list' && part['type'] === 'rich_text_list';
    output += output === '' ? shown : (goesOn ? '\n' : '\n\n') + shown;
    before = part;
  }
  return output;
}

function partOf(part: Element, options: MarkdownOptions): string {
  const { type, elements } = part;
  if (type === 'rich_text_list') return listOf(part, options);
  if (type === 'rich_text_preformatted') {
    return markdownFence(
      elementsOf(elements)
        .map(({ text, url }) => (typeof text === 'string' ? text : typeof url === 'string' ? url : ''))
        .join(''),
    );
  }
  const lines = markdownLines(inlineToMarkdown(readElements(elements), options));
  return type === 'rich_text_quote' ? markdownQuote(lines) : lines;
}

function listOf({ style, indent, offset, elements }: Element, options: MarkdownOptions): string {
  const isOrdered = style === 'ordered';
  const depth = typeof indent === 'number' ? Math.min(Math.max(Math.floor(indent), 0), 8) : 0;
  const first = typeof offset === 'number' ? Math.floor(offset) + 1 : 1;
  return elementsOf(elements)
    .map((section, index) => {
      const mark = isOrdered ? `${first + index}. ` : '- ';
      const blank = ' '.repeat(depth * (isOrdered ? 3 : 2));
      const lines = markdownLines(inlineToMarkdown(readElements(section['elements']), options)).split('\n');
      return lines.map((line, at) => blank + (at === 0 ? mark : ' '.repeat(mark.length)) + line).join('\n');
    })
    .join('\n');
}
