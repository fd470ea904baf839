import { escapeHtml } from '../content/escape.js';

/** A piece of a page whose values are escaped already. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | Html | readonly Html[];

/** Writes a piece of a page. Text that is put in is escaped; pieces are taken as they are. */
export function html(pieces: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(String.raw({ raw: pieces }, ...values.map(written)));
}

/** HTML that was rendered elsewhere, such as the content of a message. */
export function rendered(text: string): Html {
  return new Html(text);
}

export const nothing = new Html('');

function written(value: Value): string {
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map((piece) => piece.text).join('');
  return escapeHtml(String(value));
}
