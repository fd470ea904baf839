import { load, type Cheerio, type CheerioAPI } from 'cheerio/slim';
import type { PageElement } from '../parse/document.js';

/** Reads HTML. Entities are written as browsers write them, so that both give the same HTML for the same page. */
export function parseHtml(text: string): PageElement {
  const $ = load(text, { xml: { xmlMode: false, decodeEntities: true, encodeEntities: 'utf8' } });
  return wrap($, $.root());
}

type Nodes = ReturnType<CheerioAPI['root']> | Cheerio<never>;

function wrap($: CheerioAPI, nodes: Nodes): PageElement {
  const all = (selector: string): Nodes[] =>
    nodes
      .find(selector)
      .toArray()
      .map((node) => $(node) as unknown as Nodes);
  return {
    get text() {
      return nodes.text();
    },
    get html() {
      return nodes.html() ?? '';
    },
    attribute: (name) => nodes.attr(name),
    find: (selector) => {
      const [first] = all(selector);
      return first === undefined ? undefined : wrap($, first);
    },
    findAll: (selector) => all(selector).map((each) => wrap($, each)),
  };
}
