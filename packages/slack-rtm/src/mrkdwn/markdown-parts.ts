import { escapeMarkdown } from './escape-markdown.js';

/** Schemes that do something else than leading somewhere. */
const unsafe = /^(?:javascript|data|vbscript):/i;

/** Backticks that nothing within the text ends. */
function ticksFor(text: string, least: number): string {
  let most = least - 1;
  for (const [run] of text.matchAll(/`+/g)) most = Math.max(most, run.length);
  return '`'.repeat(most + 1);
}

/** Code within a line. Where backticks are not alone, a run of one does not end one of two. */
export function markdownCode(text: string): string {
  const line = text.replaceAll(/[\r\n]+/g, ' ');
  const ticks = ticksFor(line, 1);
  const pad = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return line === '' ? '' : ticks + pad + line + pad + ticks;
}

/** Code in lines of its own. */
export function markdownFence(text: string): string {
  const ticks = ticksFor(text, 3);
  return `${ticks}\n${text.replace(/^\n/, '').replace(/\n$/, '')}\n${ticks}`;
}

/** A link; only its label where the address does something else than leading somewhere. */
export function markdownLink(url: string, label: string | undefined): string {
  if (unsafe.test(url)) return escapeMarkdown(label ?? url, false);
  const address = url.replaceAll(/[()<>\\\s]/g, (character) =>
    encodeURIComponent(character).replace(/^[()]$/, (each) => (each === '(' ? '%28' : '%29')),
  );
  return label === undefined
    ? `<${address}>`
    : `[${escapeMarkdown(label, false).replaceAll(/[\r\n]+/g, ' ')}](${address})`;
}

/** Text with marks around it that stand at words, not at blanks. */
export function around(mark: string, text: string, end: string = mark): string {
  const content = text.trim();
  if (content === '') return text;
  const start = text.indexOf(content);
  return text.slice(0, start) + mark + content + end + text.slice(start + content.length);
}

/** Every line of a text as part of a quote. */
export function markdownQuote(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

const bullet = /^(\s*)[•◦▪‣●○]\s*/u;

/**
 * Lines as Markdown keeps them: breaks that stay, lists where there are bullets, paragraphs where lines are empty.
 */
export function markdownLines(text: string): string {
  let output = '';
  let before: 'text' | 'item' | 'empty' = 'empty';
  let level = 0;
  for (const line of text.split('\n')) {
    const content = line.trim();
    if (content === '') {
      before = 'empty';
      continue;
    }
    const [mark, blank = ''] = bullet.exec(line) ?? [];
    const now = mark === undefined ? 'text' : 'item';
    level = now === 'text' ? 0 : Math.min(Math.floor(blank.length / 4), before === 'item' ? level + 1 : 0);
    const shown = mark === undefined ? content : `${'  '.repeat(level)}- ${line.slice(mark.length).trim()}`;
    output += output === '' ? shown : separator(before, now) + shown;
    before = now;
  }
  return output;
}

function separator(before: 'text' | 'item' | 'empty', now: 'text' | 'item'): string {
  if (before === 'empty' || before !== now) return '\n\n';
  return now === 'text' ? '\\\n' : '\n';
}
