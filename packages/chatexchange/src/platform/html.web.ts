import type { PageElement } from '../parse/document.js';

/** Reads HTML. Nothing in it runs or is loaded. */
export function parseHtml(text: string): PageElement {
  return wrap(new DOMParser().parseFromString(text, 'text/html').documentElement);
}

function wrap(element: Element): PageElement {
  return {
    get text() {
      return element.textContent;
    },
    get html() {
      return element.innerHTML;
    },
    attribute: (name) => element.getAttribute(name) ?? undefined,
    find: (selector) => {
      const found = element.querySelector(selector);
      return found === null ? undefined : wrap(found);
    },
    findAll: (selector) => Array.from(element.querySelectorAll(selector), wrap),
  };
}
