import type { MessageSegmentInput } from '../types/bodies/messages.js';

/** Pieces of a text to be sent, in order. Whatever begins in them ends in them. */
export type Segments = readonly MessageSegmentInput[];

/** What can stand inside a text to be sent: words, numbers, and what the functions of segments give. */
export type Content = string | number | Segments;

/** Pieces as they are sent: words that stand side by side become one piece, empty ones none. */
export function segmentsOf(content: readonly Content[]): MessageSegmentInput[] {
  const segments: MessageSegmentInput[] = [];
  for (const each of content) {
    const pieces = typeof each === 'object' ? each : [{ type: 'Text', text: String(each) } as const];
    for (const piece of pieces) {
      const last = segments.at(-1);
      if (!isText(piece)) segments.push(piece);
      else if (last && isText(last)) segments.splice(-1, 1, { type: 'Text', text: last.text + piece.text });
      else if (piece.text !== '') segments.push(piece);
    }
  }
  return segments;
}

/** Whether a piece is plain words. */
export function isText(segment: MessageSegmentInput): segment is { type: 'Text'; text: string } {
  return segment.type === 'Text';
}
