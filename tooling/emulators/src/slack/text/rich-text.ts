/** One piece of a `rich_text` block. */
type Element = Readonly<Record<string, unknown>>;

const reference = /<([@#!]?)([^<>|]+)(?:\|([^<>]*))?>/g;

/** The block that the service makes of what a person typed: the same text, taken apart into words, links and mentions. */
export function richTextBlock(text: string, blockId: string): Element {
  return {
    type: 'rich_text',
    block_id: blockId,
    elements: [{ type: 'rich_text_section', elements: elementsOf(text) }],
  };
}

function elementsOf(text: string): Element[] {
  const elements: Element[] = [];
  let end = 0;
  for (const found of text.matchAll(reference)) {
    const [whole, sign = '', target = '', label] = found;
    if (found.index > end) elements.push(textElement(text.slice(end, found.index)));
    elements.push(referenceElement(sign, target, label));
    end = found.index + whole.length;
  }
  if (end < text.length) elements.push(textElement(text.slice(end)));
  return elements;
}

function referenceElement(sign: string, target: string, label: string | undefined): Element {
  if (sign === '@') return { type: 'user', user_id: target };
  if (sign === '#') return { type: 'channel', channel_id: target };
  if (sign === '!') return { type: 'broadcast', range: target };
  return { type: 'link', url: unescaped(target), ...(label === undefined ? {} : { text: unescaped(label) }) };
}

function textElement(text: string): Element {
  return { type: 'text', text: unescaped(text) };
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
