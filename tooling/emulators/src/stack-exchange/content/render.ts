import { escapeHtml } from './escape.js';
import { renderMarkdown } from './markdown.js';

/** The HTML that the event feed carries for a text that somebody sent. */
export function renderContent(source: string, tagHost: string): string {
  const lines = source.split('\n');
  if (lines.length === 1) return imageOnebox(source) ?? renderMarkdown(source, tagHost);
  if (lines.every((line) => line.trim() === '' || line.startsWith('    '))) {
    return `<pre class='full'>${escapeHtml(lines.map((line) => line.slice(4)).join('\n'))}</pre>`;
  }
  return `<div class='full'>${lines.map(escapeHtml).join(' <br> ')}</div>`;
}

/** A picture shows itself when its address is all that was said. */
function imageOnebox(source: string): string | undefined {
  const address = /^!?(https?:\/\/\S+\.(?:jpe?g|png|gif|bmp|svg|webp))$/i.exec(source)?.[1];
  if (address === undefined) return undefined;
  const href = escapeHtml(address.replace(/^https?:/, ''));
  return (
    `<div class="onebox ob-image"><a rel="nofollow noopener noreferrer" href="${href}">` +
    `<img src="${href}" class="user-image" alt="user image" /></a></div>`
  );
}
