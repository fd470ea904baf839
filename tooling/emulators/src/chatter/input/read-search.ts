import { illegalValue } from '../errors.js';

/** A search string as a pattern; refuses one with less than two characters that are no wildcards. */
export function readSearch(q: string | null): RegExp | undefined {
  if (q === null) return undefined;
  if (q.replaceAll(/[*?\s"]/g, '').length < 2) throw illegalValue('q', q);
  return searchPattern(q);
}

/** `*` is any text, `?` any character, and a backslash takes their meaning away. */
export function searchPattern(q: string): RegExp {
  const pattern = q.replaceAll('"', '').replaceAll(/\\?[\s\S]/g, (piece) => {
    if (piece === '*') return '.*';
    if (piece === '?') return '.';
    return piece.slice(-1).replace(/[$()*+.?[\\\]^{|}]/, String.raw`\$&`);
  });
  return new RegExp(pattern, 'isu');
}
