/** A piece of a text, as answers of all versions have it. */
export interface ReadableSegment {
  readonly type?: string;
  readonly text?: string | null | undefined;
  readonly markupType?: string;
  readonly url?: string | null | undefined;
  readonly altText?: string | null | undefined;
}

/** A text of an answer, or one that is to be sent. */
export interface ReadableBody {
  readonly messageSegments?: readonly ReadableSegment[] | null;
  readonly text?: string | null;
}

/** The service's own way to write an empty line: a paragraph of this. */
export const emptyLine = '&nbsp;';

/** What a piece reads as. */
export function wordsOf({ text, altText }: ReadableSegment): string {
  return text === emptyLine ? '\u00A0' : text || (altText ?? '');
}
