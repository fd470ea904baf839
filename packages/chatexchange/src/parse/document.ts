/** An element of a page, as far as it is read: what `cheerio` and a browser's DOM both know. */
export interface PageElement {
  /** The text in it, entities decoded. */
  readonly text: string;
  /** The HTML in it. */
  readonly html: string;
  attribute(name: string): string | undefined;
  /** The first that matches a selector. */
  find(selector: string): PageElement | undefined;
  findAll(selector: string): readonly PageElement[];
}

/** Whether an element has a class. */
export function hasClass(element: PageElement, name: string): boolean {
  return (element.attribute('class') ?? '').split(/\s+/).includes(name);
}

/** A whole number, the first in a text: of `8671 all time messages` it is 8671. */
export function readNumber(text: string | undefined): number | undefined {
  const digits = /-?\d[\d,]*/.exec(text ?? '')?.[0].replaceAll(',', '');
  return digits === undefined ? undefined : Number(digits);
}

/** The text without blanks around it; `undefined` when nothing is left. */
export function readText(element: PageElement | undefined): string | undefined {
  return element?.text.trim() || undefined;
}

/** The id in an address such as `/users/-2/feeds`. */
export function idInPath(element: PageElement | undefined, folder: 'users' | 'rooms'): number | undefined {
  const address = element?.attribute('href') ?? '';
  const id = new RegExp(`^(?:https?:)?(?://[^/]+)?/${folder}/(-?\\d+)(?:[/?#]|$)`).exec(address)?.[1];
  return id === undefined ? undefined : Number(id);
}
