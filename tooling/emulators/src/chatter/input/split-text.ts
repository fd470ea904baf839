import type { Segment } from '../state/segment.js';
import type { ChatterState } from '../state/state.js';
import { topicNamed } from '../state/topic.js';

/** An address; `#tag`; `#[several words]`. What stands before a tag must not be part of a word. */
const special = /https?:\/\/[^\s<>"]+|(?<![\p{L}\p{N}_&/#])#(?:\[[^\]]+\]|[\p{L}\p{N}_]+)/giu;

/** Punctuation that ends a sentence belongs to the sentence and not to the address before it. */
const trailingPunctuation = /[.,;:!?)\]'"]+$/;

/** Splits plain text into Text, Link and Hashtag segments, as the service does with what people type. */
export function splitText(text: string, state: ChatterState): Segment[] {
  const segments: Segment[] = [];
  let done = 0;
  for (const found of text.matchAll(special)) {
    const piece = found[0].startsWith('#') ? found[0] : found[0].replace(trailingPunctuation, '');
    if (found.index > done) segments.push({ type: 'Text', text: text.slice(done, found.index) });
    segments.push(piece.startsWith('#') ? hashtag(piece.slice(1), state) : { type: 'Link', url: piece });
    done = found.index + piece.length;
  }
  if (done < text.length) segments.push({ type: 'Text', text: text.slice(done) });
  return segments;
}

/** A tag with or without brackets, and the topic that it stands for. */
export function hashtag(bracketed: string, state: ChatterState): Segment {
  const tag = bracketed.replace(/^\[|\]$/g, '');
  return { type: 'Hashtag', tag, topicId: topicNamed(state, tag).id };
}
