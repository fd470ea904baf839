import { type Element, lineElements, plainTextOf } from './rich-text-elements.js';

/** The block that the service makes of what a person typed: the same text, taken apart into words, links, mentions and the like. */
export function richTextBlock(text: string, blockId: string): Element {
  return { type: 'rich_text', block_id: blockId, elements: partsOf(text) };
}

const fence = /```\n?([^]+?)\n?```\n?/g;

/** Code of several lines stands apart from all else. */
function partsOf(text: string): Element[] {
  const parts: Element[] = [];
  let end = 0;
  for (const found of text.matchAll(fence)) {
    const [whole, code = ''] = found;
    parts.push(...paragraphsOf(text.slice(end, found.index)), {
      type: 'rich_text_preformatted',
      elements: [{ type: 'text', text: plainTextOf(code) }],
      border: 0,
    });
    end = found.index + whole.length;
  }
  return [...parts, ...paragraphsOf(text.slice(end))];
}

/** What is quoted line by line, or from `>>>` on, and what is not. */
function paragraphsOf(text: string): Element[] {
  const paragraphs: { readonly isQuote: boolean; text: string }[] = [];
  let isQuoteToTheEnd = false;
  for (const line of text === '' ? [] : text.split(/(?<=\n)/)) {
    const [mark] = isQuoteToTheEnd ? [''] : (/^(?:&gt;){3} ?|^&gt; ?/.exec(line) ?? []);
    if (mark?.startsWith('&gt;&gt;&gt;') === true) isQuoteToTheEnd = true;
    const isQuote = mark !== undefined;
    const last = paragraphs.at(-1);
    const bare = line.slice(mark?.length ?? 0);
    if (last?.isQuote === isQuote) last.text += bare;
    else paragraphs.push({ isQuote, text: bare });
  }
  return paragraphs.map((paragraph) =>
    paragraph.isQuote
      ? { type: 'rich_text_quote', elements: lineElements(paragraph.text.replace(/\n$/, '')) }
      : { type: 'rich_text_section', elements: lineElements(paragraph.text) },
  );
}
