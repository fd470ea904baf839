/** An element of a page, as far as it is read: what `cheerio` and a browser's DOM both know. */
export interface PageElement {
  /** What it is, in small letters: `a`. Nothing of use for the page as a whole. */
  readonly tag: string;
  /** The elements directly in it. */
  readonly children: readonly PageElement[];
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
  return isAmong(name, element.attribute('class'));
}

/**
 * Whether a class is among those of the attribute `class`, for who asks for several. They are not taken apart: a page with
 * messages is asked thousands of times.
 */
export function isAmong(name: string, classes: string | undefined): boolean {
  if (classes === undefined) return false;
  for (let at = classes.indexOf(name); at !== -1; at = classes.indexOf(name, at + 1)) {
    if (isEdge(classes, at - 1) && isEdge(classes, at + name.length)) return true;
  }
  return false;
}

/** Whether there is a blank, or nothing. */
function isEdge(classes: string, at: number): boolean {
  return !(classes.charCodeAt(at) > 32);
}

/**
 * Goes through all that is in an element, in the order of the page; what is in an element of which `visit` says `true` is
 * passed over. A page with hundreds of messages is read this way in one go, where a selector for each field of each
 * message would take longer than the page itself.
 */
export function walk(element: PageElement, visit: (element: PageElement) => boolean): void {
  for (const child of element.children) if (!visit(child)) walk(child, visit);
}

/** A whole number, the first in a text: of `8671 all time messages` it is 8671. */
export function readNumber(text: string | undefined): number | undefined {
  const digits = /-?\d[\d,]*/.exec(text ?? '')?.[0].replaceAll(',', '');
  return digits === undefined ? undefined : Number(digits);
}

/** A number as pages shorten it, from a thousand on: of `1.1k` it is 1100, and of `65` it is 65. */
export function readRounded(text: string | undefined): number | undefined {
  const [, number = '', unit = ''] = /^\s*(\d[\d,]*(?:\.\d+)?)\s*([km]?)\s*$/i.exec(text ?? '') ?? [];
  const times = { '': 1, k: 1000, m: 1_000_000 }[unit.toLowerCase()] ?? 1;
  return number === '' ? undefined : Math.round(Number(number.replaceAll(',', '')) * times);
}

/** The text without blanks around it; `undefined` when nothing is left. */
export function readText(element: PageElement | undefined): string | undefined {
  return element?.text.trim() || undefined;
}

const addresses = {
  users: /^(?:https?:)?(?:\/\/[^/]+)?\/users\/(-?\d+)(?:[/?#]|$)/,
  rooms: /^(?:https?:)?(?:\/\/[^/]+)?\/rooms\/(-?\d+)(?:[/?#]|$)/,
};

/** The id in an address such as `/users/-2/feeds`. */
export function idInPath(element: PageElement | undefined, folder: 'users' | 'rooms'): number | undefined {
  const id = addresses[folder].exec(element?.attribute('href') ?? '')?.[1];
  return id === undefined ? undefined : Number(id);
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** What a text says that stands between quotes in a script. */
export function readScriptText(text: string): string {
  return text.replace(
    /\\(?:u([\da-f]{4})|x([\da-f]{2})|(.))/gis,
    (_, wide?: string, narrow?: string, plain = '') => {
      const code = wide ?? narrow;
      return code === undefined
        ? (escapes[plain as string] ?? (plain as string))
        : String.fromCharCode(parseInt(code, 16));
    },
  );
}
