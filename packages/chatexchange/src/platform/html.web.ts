import type { PageElement } from '../parse/document.js';

/** Reads HTML. Nothing in it runs or is loaded. */
export function parseHtml(text: string): PageElement {
  return new WebElement(new DOMParser().parseFromString(text, 'text/html').documentElement);
}

const wrap = (element: Element): PageElement => new WebElement(element);

class WebElement implements PageElement {
  readonly #element: Element;

  constructor(element: Element) {
    this.#element = element;
  }

  get tag(): string {
    return this.#element.localName;
  }

  get children(): PageElement[] {
    return Array.from(this.#element.children, wrap);
  }

  get text(): string {
    return this.#element.textContent;
  }

  get html(): string {
    return this.#element.innerHTML;
  }

  attribute(name: string): string | undefined {
    return this.#element.getAttribute(name) ?? undefined;
  }

  find(selector: string): PageElement | undefined {
    const found = this.#element.querySelector(selector);
    return found === null ? undefined : wrap(found);
  }

  findAll(selector: string): PageElement[] {
    return Array.from(this.#element.querySelectorAll(selector), wrap);
  }
}
