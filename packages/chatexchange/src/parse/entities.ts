/** Those that the chat itself writes, and what feeds and feed readers use; its own escapes are numbers. */
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u{A0}',
  larr: '←',
  rarr: '→',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  times: '×',
  deg: '°',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  pound: '£',
};

/** Characters in place of their entities; those that are not known stay. */
export function decodeEntities(html: string): string {
  return html.replaceAll(
    /&(?:#x([\da-f]{1,8})|#(\d{1,8})|([a-z]{1,8}));/gi,
    (whole, hex: string | undefined, decimal: string | undefined, name: string) =>
      hex === undefined && decimal === undefined
        ? (named[name] ?? whole)
        : character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
  );
}

function character(code: number): string {
  return code > 0x10_ff_ff || (code >= 0xd8_00 && code <= 0xdf_ff) ? '\u{FFFD}' : String.fromCodePoint(code);
}
