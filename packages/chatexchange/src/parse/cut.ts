/** The element that holds only the beginning of a long text: one with line breaks, or a block of code. */
export type Cut = 'div' | 'pre';

/** Which element cuts a content off, if it is cut off. */
export function cutOf(content: string): Cut | undefined {
  const name = /^<(div|pre)\b[^>]*\bclass=["']?(?:[^"'>]*\s)?partial\b/.exec(content.trim())?.[1];
  return name === 'div' || name === 'pre' ? name : undefined;
}
