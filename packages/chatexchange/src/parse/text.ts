const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * The text of a message's HTML: line breaks stay, pictures become their address, everything else loses its marks.
 *
 * @example
 * ```ts
 * import { toText } from '@x/chatexchange';
 *
 * export const text: string = toText('it&#39;s <b>bold</b>'); // it's bold
 * ```
 */
export function toText(html: string): string {
  return html
    .replace(/ ?<br\s*\/?> ?/gi, '\n')
    .replace(/<img\b[^>]*?\bsrc=(["'])(.*?)\1[^>]*>/gi, '$2')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex: string, decimal: string, name: string) =>
      name === undefined
        ? character(hex === undefined ? Number(decimal) : parseInt(hex, 16))
        : (entities[name] ?? whole),
    );
}

function character(code: number): string {
  return code > 0x10_ff_ff || (code >= 0xd8_00 && code <= 0xdf_ff) ? '\u{FFFD}' : String.fromCodePoint(code);
}
