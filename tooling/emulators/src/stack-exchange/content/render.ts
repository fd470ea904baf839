import { cutLines } from './cut.js';
import { escapeHtml } from './escape.js';
import { renderMarkdown } from './markdown.js';
import { onebox, type Oneboxes } from './oneboxes.js';

/** What decides about the look of a message beside its text. */
export interface Rendering extends Oneboxes {
  /** The site whose tags `[tag:x]` means. */
  readonly tagHost: string;
}

/** A character that is not blank within the first four of its line: this is no code. */
const hasNoIndent = /^.{0,3}\S/;

/** The HTML that the event feed carries for a text that somebody sent. */
export function renderContent(source: string, rendering: Rendering): string {
  const lines = source.split('\n');
  if (lines.length === 1) return onebox(source, rendering) ?? renderMarkdown(source, rendering.tagHost);
  const isCode = !lines.some((line) => hasNoIndent.test(line));
  const { shown, isWhole } = cutLines(isCode ? lines.map((line) => line.slice(4)) : lines);
  const size = isWhole ? 'full' : 'partial';
  return isCode
    ? `<pre class='${size}'>${escapeHtml(shown.join('\n'))}</pre>`
    : `<div class='${size}'>${shown.map(escapeHtml).join(' <br> ')}</div>`;
}
