/** From where to where in a text, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What is set as code in a line: between two runs of as many back-ticks. Escaped back-ticks are none. */
export function codeSpans(line: string): readonly Span[] {
  const runs = [...line.matchAll(/(?<!\\)`+/g)].map(({ index, 0: { length } }) => ({ start: index, length }));
  const nextAlike: (number | undefined)[] = [];
  const seen = new Map<number, number>();
  for (let at = runs.length - 1; at >= 0; at -= 1) {
    const length = runs[at]?.length ?? 0;
    nextAlike[at] = seen.get(length);
    seen.set(length, at);
  }
  const spans: Span[] = [];
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at];
    const close = nextAlike[at];
    const end = close === undefined ? undefined : runs[close];
    if (run === undefined || close === undefined || end === undefined || !opensCode(line, run)) continue;
    spans.push({ start: run.start, end: end.start + end.length });
    at = close;
  }
  return spans;
}

/** Back-ticks within a word are no code, nor are those before a blank. */
function opensCode(
  line: string,
  { start, length }: { readonly start: number; readonly length: number },
): boolean {
  return !/[^\W_]/.test(line.charAt(start - 1)) && line.charAt(start + length) !== ' ';
}

// So long a label is no label, and looking further would take for ever in a text of opening brackets.
const link = /(?<=^|\s)\[[^\]]{1,500}\]\((?:https?|ftp):\/\/(?:[^\s()]|\([^\s()]*\))+(?:\s{1,9}"[^"]*")?\)/g;

/** The links of a line that have a text of their own. */
export function linkSpans(line: string): readonly Span[] {
  return [...line.matchAll(link)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}
