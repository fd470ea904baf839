import { wordsOf, type ReadableBody } from './readable.js';

/**
 * A text of any answer as plain words, line by line: paragraphs and items of lists on lines of their own. Pieces of a
 * kind that is not known read as their own text.
 *
 * @param body `body` of a post, a comment or a message, `header` of a post; `null` and nothing give an empty text.
 * @example
 * ```ts
 * import { createChatter, pages, toText } from '@x/chatter';
 *
 * const chatter = createChatter({ instanceUrl: 'https://mydomain.my.salesforce.com', accessToken: '00D…' });
 * for await (const { body } of pages(chatter.feeds.news.me.feed_elements)) console.log(toText(body));
 * ```
 */
export function toText(body: ReadableBody | null | undefined): string {
  const segments = body?.messageSegments ?? [];
  if (segments.length === 0) return body?.text ?? '';
  let lines = '';
  // The numbers of the lists that are open; a list with bullets has none.
  const lists: (number | undefined)[] = [];
  for (const segment of segments) {
    const { type, markupType } = segment;
    const begins = type === 'MarkupBegin';
    if (!begins && type !== 'MarkupEnd') lines += wordsOf(segment);
    // Unless nothing stands on the line.
    else if (isBlock(markupType) && lines !== '' && !lines.endsWith('\n')) lines += '\n';
    if (isList(markupType)) {
      if (begins) lists.push(markupType === 'OrderedList' ? 0 : undefined);
      else lists.pop();
    } else if (begins && markupType === 'ListItem') {
      lines += bulletOf(lists);
    }
  }
  return segments.at(-1)?.type === 'MarkupEnd' ? lines.replace(/\n$/, '') : lines;
}

const isList = (markupType = ''): boolean => /^(Uno|O)rderedList$/.test(markupType);
const isBlock = (markupType = ''): boolean => /^(Paragraph|ListItem)$/.test(markupType) || isList(markupType);

/** What stands before an item of the innermost list. */
function bulletOf(lists: (number | undefined)[]): string {
  const number = lists.pop();
  lists.push(number === undefined ? undefined : number + 1);
  return '  '.repeat(lists.length - 1) + (number === undefined ? '-' : `${number + 1}.`) + ' ';
}
