import { load, type Cheerio, type CheerioAPI } from 'cheerio/slim';
import type { PageElement } from '../parse/document.js';

type DocumentNode = ReturnType<CheerioAPI['root']> extends Cheerio<infer Node> ? Node : never;
type ChildNode = DocumentNode['children'][number];
type ElementNode = Extract<ChildNode, { readonly attribs: object }>;

/** Reads HTML. Entities are written as browsers write them, so that both give the same HTML for the same page. */
export function parseHtml(text: string): PageElement {
  const $ = load(text, { xml: { xmlMode: false, decodeEntities: true, encodeEntities: 'utf8' } });
  return new NodeElement($, $.root()[0] as DocumentNode);
}

const isElement = (node: DocumentNode | ChildNode): node is ElementNode => 'attribs' in node;

/** A class, and no literal with functions of its own: of a page with messages there are thousands. */
class NodeElement implements PageElement {
  readonly #$: CheerioAPI;
  readonly #node: DocumentNode | ElementNode;

  constructor($: CheerioAPI, node: DocumentNode | ElementNode) {
    this.#$ = $;
    this.#node = node;
  }

  get tag(): string {
    return isElement(this.#node) ? this.#node.name : '';
  }

  get children(): PageElement[] {
    const elements: PageElement[] = [];
    for (const child of this.#node.children) {
      if (isElement(child)) elements.push(new NodeElement(this.#$, child));
    }
    return elements;
  }

  get text(): string {
    return this.#$.text([this.#node]);
  }

  get html(): string {
    return this.#$.html(this.#node.children);
  }

  attribute(name: string): string | undefined {
    return isElement(this.#node) ? this.#node.attribs[name] : undefined;
  }

  find(selector: string): PageElement | undefined {
    const [first] = this.findAll(selector);
    return first;
  }

  findAll(selector: string): PageElement[] {
    return this.#$(this.#node)
      .find(selector)
      .toArray()
      .map((node) => new NodeElement(this.#$, node));
  }
}
