/** What is left alone: tags, and everything in links and code. */
const untouched = /(<(a|code|pre)\b[^>]*>[^]*?<\/\2>|<[^>]*>)/;

/** The content of a message with its text changed, where it is neither a link nor code. What is escaped stays so. */
export function mapText(html: string, change: (text: string) => string): string {
  return html
    .split(untouched)
    .map((piece, index) => {
      // Each match leaves two captures in the list: the whole of it, and the name of its element.
      if (index % 3 === 2) return '';
      return index % 3 === 1 ? piece : change(piece);
    })
    .join('');
}
