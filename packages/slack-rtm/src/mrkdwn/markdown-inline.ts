import { merge } from './merge.js';
import type { EmphasisSegment, InlineSegment } from './segments.js';

const special = /[\\`<![*_~&]/g;
const escape = /\\([!-/:-@[-`{-~])/y;
const autolink = /<([a-z][a-z\d+.-]{1,31}:[^\s<>]*)>/iy;
const mail = /<([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})>/y;
const linked = /!?\[((?:[^\\[\]]|\\[^]){0,2000})\]\(<?([^\s<>()]{1,4000})>?(?:\s+"[^"]{0,500}")?\)/y;
const entity = /&(amp|lt|gt|quot|nbsp|#\d{1,7});/y;
const ticks = /`+/y;
const run = /([*_~])\1*/y;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' };

interface Opener {
  readonly mark: string;
  readonly kind: EmphasisSegment['type'];
  /** Where what it holds begins in the output. */
  readonly at: number;
}

/** Reads what stands within a line of Markdown. */
export function parseMarkdownInline(text: string): InlineSegment[] {
  const output: InlineSegment[] = [];
  const open: Opener[] = [];
  let at = 0;
  for (let found = find(text, at); found >= 0; found = find(text, at)) {
    if (found > at) output.push({ type: 'text', text: text.slice(at, found) });
    const whole = readWhole(text, found);
    if (whole !== undefined) {
      output.push(whole.segment);
      at = found + whole.length;
    } else if ('*_~'.includes(text.charAt(found))) {
      at = found + readRun(text, found, output, open);
    } else {
      const length = match(ticks, text, found)?.[0].length ?? 1;
      output.push({ type: 'text', text: text.slice(found, found + length) });
      at = found + length;
    }
  }
  output.push({ type: 'text', text: text.slice(at) });
  return merge(output);
}

function find(text: string, from: number): number {
  special.lastIndex = from;
  return special.exec(text)?.index ?? -1;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** What is whole, if it begins here. */
function readWhole(
  text: string,
  at: number,
): { readonly segment: InlineSegment; readonly length: number } | undefined {
  const escaped = match(escape, text, at);
  if (escaped !== null) return { segment: { type: 'text', text: escaped[1] ?? '' }, length: 2 };
  const named = match(entity, text, at);
  if (named !== null)
    return { segment: { type: 'text', text: characterOf(named[1] ?? '') }, length: named[0].length };
  const address = match(autolink, text, at);
  if (address !== null)
    return { segment: { type: 'link', url: address[1] ?? '' }, length: address[0].length };
  const person = match(mail, text, at);
  if (person !== null)
    return {
      segment: { type: 'link', url: `mailto:${person[1]}`, label: person[1] ?? '' },
      length: person[0].length,
    };
  if (text.charAt(at) === '`') return readCode(text, at);
  const link = match(linked, text, at);
  if (link === null) return undefined;
  const [{ length }, label = '', url = ''] = link;
  if (!/^[a-z][a-z\d+.-]*:/i.test(url)) return undefined;
  const shown = plainOf(parseMarkdownInline(label)).trim();
  return { segment: { type: 'link', url, ...(shown !== '' && shown !== url && { label: shown }) }, length };
}

function characterOf(name: string): string {
  if (!name.startsWith('#')) return entities[name] ?? '';
  const point = Number(name.slice(1));
  return point > 0 && point <= 0x10_ff_ff ? String.fromCodePoint(point) : '\uFFFD';
}

function readCode(
  text: string,
  at: number,
): { readonly segment: InlineSegment; readonly length: number } | undefined {
  const { length: count } = match(ticks, text, at)?.[0] ?? '';
  // Code in a line is short; what would end a run is not searched for in all of the text.
  const rest = text.slice(at + count, at + count + 4000);
  for (const { 0: closing, index } of rest.matchAll(/`+/g)) {
    if (closing.length !== count) continue;
    const inner = rest.slice(0, index);
    const code = /^ .*[^ ].* $/.test(inner) ? inner.slice(1, -1) : inner;
    return { segment: { type: 'code', text: code }, length: index + 2 * count };
  }
  return undefined;
}

/** The text of a label, in which Slack formats nothing. */
function plainOf(segments: readonly InlineSegment[]): string {
  return segments
    .map((each) =>
      'content' in each
        ? plainOf(each.content)
        : 'text' in each
          ? each.text
          : each.type === 'link'
            ? (each.label ?? each.url)
            : '',
    )
    .join('');
}

const kindOf = (mark: string): EmphasisSegment['type'] =>
  mark.startsWith('~') ? 'strike' : mark.length === 2 ? 'bold' : 'italic';

/** Reads a run of marks: first what it closes, then what it opens; the rest is text. */
function readRun(text: string, at: number, output: InlineSegment[], open: Opener[]): number {
  const { length } = match(run, text, at)?.[0] ?? '';
  const character = text.charAt(at);
  const before = text.charAt(at - 1);
  const after = text.charAt(at + length);
  const inWord = character === '_' && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
  let left = length;
  if (!/^$|\s/.test(before) && !inWord) {
    for (;;) {
      const index = open.findLastIndex(({ mark }) => mark.startsWith(character));
      const opener = open[index];
      if (opener === undefined || opener.mark.length > left || output.length === opener.at) break;
      const content = merge(output.splice(opener.at));
      output[opener.at - 1] = { type: opener.kind, content };
      open.length = index;
      left -= opener.mark.length;
    }
  }
  const opens = !/^$|\s/.test(after) && !inWord;
  while (left > 0) {
    const mark = character.repeat(Math.min(2, left));
    const kind = kindOf(mark);
    output.push({ type: 'text', text: mark });
    // Slack knows each kind once: bold within bold is bold.
    if (opens && !open.some((each) => each.kind === kind)) open.push({ mark, kind, at: output.length });
    left -= mark.length;
  }
  return length;
}
