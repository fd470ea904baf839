/** Begins and ends a mark that stands for finished HTML while the text around it is still worked on. */
const marks = /[\u{E000}\u{E001}](\d+)[\u{E002}\u{E003}]/gu;

/** How marks begin and end: those of tags, which have an angle bracket on that side, and those of anything else. */
export const markOpen = '\u{E000}\u{E001}';
export const markClose = '\u{E002}\u{E003}';
export const tagOpen = '\u{E000}';
export const tagClose = '\u{E002}';
const otherOpen = '\u{E001}';
const otherClose = '\u{E003}';

/** Keeps finished pieces of HTML out of the way of later rules and of escaping. */
export interface Stash {
  /** A mark to put in place of the HTML. */
  put(html: string): string;
  /** The text with every mark replaced by what it stands for. */
  restore(text: string): string;
}

export function createStash(): Stash {
  const pieces: string[] = [];
  const restore = (text: string): string =>
    // A piece can hold marks of pieces that were put away before it.
    text.replaceAll(marks, (_mark, index: string) => restore(pieces[Number(index)] ?? ''));
  return {
    put(html) {
      const index = pieces.push(html) - 1;
      return `${html.startsWith('<') ? tagOpen : otherOpen}${index}${html.endsWith('>') ? tagClose : otherClose}`;
    },
    restore,
  };
}

/** Text in which nothing can be taken for a mark. */
export function withoutMarks(text: string): string {
  return text.replaceAll(/[\u{E000}-\u{E003}]/gu, '\u{FFFD}');
}
