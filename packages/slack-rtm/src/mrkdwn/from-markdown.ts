import { formatMrkdwn } from './format.js';
import { parseMarkdownInline } from './markdown-inline.js';
import { merge } from './merge.js';
import type { InlineSegment, MrkdwnSegment } from './segments.js';

const fence = /^ {0,3}(`{3,}|~{3,})/;
const heading = /^ {0,3}#{1,6}(?=[ \t]|$)/;
const quote = /^ {0,3}> ?/;
const item = /^(\s*)[-*+][ \t]+/;
const rule = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;

/**
 * A text in Markdown as mrkdwn: what Slack has a form for takes that form; headings become bold, images links, lists bullets.
 * Text is text to Slack as well: `&`, `<` and `>` are escaped, and a mark that would be read as one gets a joiner without
 * width before it. For texts that are all Markdown `chat.postMessage` takes `markdown_text` as it is.
 *
 * @example
 * ```ts
 * import { markdownToMrkdwn } from '@x/slack-rtm/mrkdwn';
 *
 * export const text: string = markdownToMrkdwn('# News\n\n- **bold** [page](https://example.org)');
 * // '*News*\n\n• *bold* <https://example.org|page>'
 * ```
 */
export function markdownToMrkdwn(markdown: string): string {
  return formatMrkdwn(merge(readBlocks(markdown.replaceAll(/\r\n?/g, '\n').split('\n'))));
}

function readBlocks(lines: readonly string[]): MrkdwnSegment[] {
  const output: MrkdwnSegment[] = [];
  const newLine = (): void => {
    if (output.length > 0) output.push({ type: 'text', text: '\n' });
  };
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    newLine();
    const [, ticks] = fence.exec(line) ?? [];
    if (ticks !== undefined) {
      const end = endOfFence(lines, at + 1, ticks);
      const text = lines.slice(at + 1, end).join('\n');
      if (text !== '') output.push({ type: 'preformatted', text: `\n${text}\n` });
      at = end + 1;
    } else if (quote.test(line)) {
      let end = at;
      while (quote.test(lines[end] ?? '')) end += 1;
      output.push({ type: 'quote', toEnd: false, content: readQuote(lines.slice(at, end)) });
      at = end;
    } else {
      output.push(...readLine(line));
      at += 1;
    }
  }
  return output;
}

function readQuote(lines: readonly string[]): MrkdwnSegment[] {
  const output: MrkdwnSegment[] = [];
  for (const [index, line] of lines.entries()) {
    if (index > 0) output.push({ type: 'text', text: '\n' });
    output.push(...readLine(line.replace(quote, '')));
  }
  return merge(output);
}

/** Where the fence ends that begins before; at the end, when nothing ends it. */
function endOfFence(lines: readonly string[], from: number, ticks: string): number {
  for (let at = from; at < lines.length; at += 1) {
    const text = (lines[at] ?? '').trim();
    if (text.startsWith(ticks) && text.replaceAll(ticks.charAt(0), '') === '') return at;
  }
  return lines.length;
}

function readLine(line: string): InlineSegment[] {
  if (rule.test(line)) return [{ type: 'text', text: '———' }];
  if (heading.test(line)) {
    const title = line
      .replace(heading, '')
      .trim()
      .replace(/(?:^|[ \t])#+$/, '');
    const content = parseMarkdownInline(title.trim());
    const plain = content.flatMap((each) => (each.type === 'bold' ? each.content : [each]));
    return plain.length === 0 ? [] : [{ type: 'bold', content: merge(plain) }];
  }
  const text = withoutBreak(line);
  const [mark, blank = ''] = item.exec(text) ?? [];
  return mark === undefined
    ? parseMarkdownInline(text)
    : [
        { type: 'text', text: `${'    '.repeat(Math.floor(blank.length / 2))}• ` },
        ...parseMarkdownInline(text.slice(mark.length)),
      ];
}

/** Two blanks or a backslash at the end break the line, which it is already. */
function withoutBreak(line: string): string {
  const text = line.trimEnd();
  return text.endsWith('\\') && !text.endsWith('\\\\') ? text.slice(0, -1) : text;
}
