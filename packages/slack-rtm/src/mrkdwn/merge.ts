import type { TextSegment } from './segments.js';

/** The segments, with texts that follow one another as one, and without empty ones. */
export function merge<Segment extends { readonly type: string }>(
  segments: readonly (Segment | TextSegment)[],
): (Segment | TextSegment)[] {
  const merged: (Segment | TextSegment)[] = [];
  let texts: string[] = [];
  const flush = (): void => {
    const text = texts.join('');
    if (text !== '') merged.push({ type: 'text', text });
    texts = [];
  };
  for (const segment of segments) {
    if (isText(segment)) texts.push(segment.text);
    else {
      flush();
      merged.push(segment);
    }
  }
  flush();
  return merged;
}

function isText(segment: { readonly type: string }): segment is TextSegment {
  return segment.type === 'text';
}
