import { emojiCodes } from './emoji-codes.js';

/** One piece of a `rich_text` block. */
export type Element = Readonly<Record<string, unknown>>;

/** How a piece looks, as `{"bold":true}`. */
type Style = Readonly<Record<string, true>>;

const styleOf: Readonly<Record<string, string>> = { '*': 'bold', _: 'italic', '~': 'strike' };

const reference = /<(?<sign>[@#!]?)(?<target>[^<>|]+)(?:\|(?<label>[^<>]*))?>/u;
const code = /`(?<code>[^`\n]+)`/u;
// A mark counts only at the edge of a word. What is between two marks may hold references and code, but no end of a line.
const marked =
  /(?<![\p{L}\p{N}])(?<mark>[*_~])(?![\s*_~])(?<inner>(?:<[^<>]*>|`[^`\n]+`|[^\n<`])+?)(?<!\s)\k<mark>(?![\p{L}\p{N}])/u;
const emoji = /(?<!\w):(?<emoji>[a-z\d_+'-]+)(?:::skin-tone-(?<tone>[2-6]))?:/u;

const piece = new RegExp([reference, code, marked, emoji].map(({ source }) => source).join('|'), 'gu');

/** The pieces of a text as it is stored, in which nothing stands apart. */
export function lineElements(text: string, style: Style = {}): Element[] {
  const elements: Element[] = [];
  let plain = '';
  const endPlain = (): void => {
    if (plain !== '') elements.push(styled({ type: 'text', text: unescaped(plain) }, style));
    plain = '';
  };
  let end = 0;
  for (const found of text.matchAll(piece)) {
    plain += text.slice(end, found.index);
    end = found.index + found[0].length;
    const made = elementsOf(found.groups ?? {}, style);
    if (made === undefined) {
      plain += found[0];
      continue;
    }
    endPlain();
    elements.push(...made);
  }
  plain += text.slice(end);
  endPlain();
  return elements;
}

/** A text without its references, of which only what people are shown is left. */
export function plainTextOf(text: string): string {
  const shown = text.replaceAll(
    new RegExp(reference, 'gu'),
    (_whole, sign: string, target: string, label: string | undefined) => label ?? sign + target,
  );
  return unescaped(shown);
}

/** What one match stands for; undefined when it only looked like something. */
function elementsOf(
  { sign = '', target, label, code: typed, mark = '', inner, emoji: name, tone }: Record<string, string>,
  style: Style,
): Element[] | undefined {
  if (target !== undefined) return [styled(referenceElement(sign, target, label), style)];
  if (typed !== undefined) {
    return [styled({ type: 'text', text: plainTextOf(typed) }, { ...style, code: true })];
  }
  if (inner !== undefined) return lineElements(inner, { ...style, [styleOf[mark] ?? mark]: true });
  const unicode = name === undefined ? undefined : emojiCodes[name];
  // 10:30:45 is a time.
  if (name === undefined || (unicode === undefined && !/[a-z]/.test(name))) return undefined;
  return [styled(emojiElement(name, unicode, tone), style)];
}

function referenceElement(sign: string, target: string, label: string | undefined): Element {
  if (sign === '@') return { type: 'user', user_id: target };
  if (sign === '#') return { type: 'channel', channel_id: target };
  if (sign === '!') return commandElement(target, label);
  return { type: 'link', url: unescaped(target), ...(label === undefined ? {} : { text: unescaped(label) }) };
}

/** What stands after `<!`: whom it calls, a group, or a date. */
function commandElement(target: string, label: string | undefined): Element {
  const [name = '', first = '', format = '', url] = target.split('^');
  if (name === 'subteam') return { type: 'usergroup', usergroup_id: first };
  if (name === 'date') {
    return {
      type: 'date',
      timestamp: Number(first),
      format: unescaped(format),
      ...(url === undefined ? {} : { url: unescaped(url) }),
      ...(label === undefined ? {} : { fallback: unescaped(label) }),
    };
  }
  if (/^(?:here|channel|everyone)$/.test(name)) return { type: 'broadcast', range: name };
  return { type: 'text', text: `<${unescaped(label ?? `!${target}`)}>` };
}

function emojiElement(name: string, unicode: string | undefined, tone: string | undefined): Element {
  // The tones of the skin are five code points, of which the first is number 2.
  const modifier = tone === undefined ? '' : `-1f3f${(Number(tone) + 9).toString(16)}`;
  return {
    type: 'emoji',
    name,
    ...(unicode === undefined ? {} : { unicode: unicode + modifier }),
    ...(tone === undefined ? {} : { skin_tone: Number(tone) }),
  };
}

function styled(element: Element, style: Style): Element {
  return Object.keys(style).length === 0 ? element : { ...element, style };
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
