import type { EmphasisSegment, InlineSegment } from './segments.js';

/** A part of a rich text, of which nothing is certain. */
export type Element = Readonly<Record<string, unknown>>;

/** The elements of a list; nothing when it is none. */
export function elementsOf(value: unknown): Element[] {
  return Array.isArray(value) ? value.filter((each): each is Element => each instanceof Object) : [];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The elements of a section as segments. Those of a kind that is not known are left out. */
export function readElements(elements: unknown): InlineSegment[] {
  return join(elementsOf(elements).flatMap((element) => styled(element, readElement(element))));
}

function readElement(element: Element): InlineSegment | undefined {
  const { type } = element;
  const text = textOf(element['text']);
  if (type === 'text') return text === '' ? undefined : { type: 'text', text };
  if (type === 'link') {
    return { type: 'link', url: textOf(element['url']), ...(text !== '' && { label: text }) };
  }
  if (type === 'user' || type === 'channel' || type === 'usergroup') {
    return { type, id: textOf(element[`${type}_id`]) };
  }
  if (type === 'broadcast') {
    const { range } = element;
    return range === 'here' || range === 'channel' || range === 'everyone' ? { type, range } : undefined;
  }
  if (type === 'emoji') {
    const tone = element['skin_tone'];
    return { type, name: textOf(element['name']), ...(typeof tone === 'number' && { skinTone: tone }) };
  }
  if (type === 'date') {
    const [timestamp, url] = [element['timestamp'], textOf(element['url'])];
    return {
      type,
      timestamp: typeof timestamp === 'number' ? timestamp : Number.NaN,
      format: textOf(element['format']),
      ...(url !== '' && { url }),
      fallback: textOf(element['fallback']),
    };
  }
  if (type === 'color') return { type: 'code', text: textOf(element['value']) };
  return type === 'team' ? { type: 'text', text: textOf(element['team_id']) } : undefined;
}

const styles = { strike: 'strike', italic: 'italic', bold: 'bold' } as const;

function styled({ style }: Element, segment: InlineSegment | undefined): InlineSegment[] {
  if (segment === undefined) return [];
  const marks = Object(style) as Readonly<Record<string, unknown>>;
  let output: InlineSegment =
    marks['code'] === true && segment.type === 'text' ? { type: 'code', text: segment.text } : segment;
  for (const type of Object.values(styles)) {
    if (marks[type] === true) output = { type, content: [output] };
  }
  return [output];
}

/** Neighbours of one style as one: marks that close and open at one place are read as something else. */
function join(segments: readonly InlineSegment[]): InlineSegment[] {
  const output: InlineSegment[] = [];
  for (const segment of segments) {
    const last = output.at(-1);
    if (isEmphasis(segment) && last !== undefined && isEmphasis(last) && last.type === segment.type) {
      output[output.length - 1] = { ...last, content: join([...last.content, ...segment.content]) };
    } else {
      output.push(segment);
    }
  }
  return output;
}

function isEmphasis(segment: InlineSegment): segment is EmphasisSegment {
  return segment.type === 'bold' || segment.type === 'italic' || segment.type === 'strike';
}
