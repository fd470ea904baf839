/** What Markdown becomes: words for where there is nothing else, and HTML. */
export interface Rendered {
  readonly text: string;
  readonly htmlText: string;
}

/** Turns the Markdown that messages know (emphasis, code, links, headings, lists, quotes, rules) into HTML and words. */
export function renderMarkdown(markdown: string): Rendered {
  const blocks = markdown.replaceAll('\r\n', '\n').split(/\n{2,}/);
  const html = blocks.map((block) => blockAsHtml(block.trim())).filter((block) => block !== '');
  const htmlText = html.join('');
  return { text: htmlAsText(htmlText), htmlText };
}

/** The words of a piece of HTML. */
export function htmlAsText(html: string): string {
  return html
    .replaceAll(/<br\s*\/?>|<\/(?:p|h\d|li|blockquote|pre|div)>/gi, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function blockAsHtml(block: string): string {
  if (block === '') return '';
  const fence = /^```[^\n]*\n([\s\S]*?)\n?```$/.exec(block);
  if (fence !== null) return `<pre><code>${escapeHtml(fence[1] ?? '')}</code></pre>`;
  const heading = /^(#{1,6})\s+(.*)$/.exec(block);
  if (heading !== null) {
    const level = heading[1]?.length ?? 1;
    return `<h${level}>${inline(heading[2] ?? '')}</h${level}>`;
  }
  if (/^(?:-{3,}|\*{3,}|_{3,})$/.test(block)) return '<hr>';
  const lines = block.split('\n');
  if (lines.every((line) => line.startsWith('>'))) {
    return `<blockquote>${lines.map((line) => inline(line.replace(/^>\s?/, ''))).join('<br>')}</blockquote>`;
  }
  const bullet = /^\s*[-*+]\s+/;
  if (lines.every((line) => bullet.test(line))) return listAsHtml('ul', lines, bullet);
  const number = /^\s*\d+[.)]\s+/;
  if (lines.every((line) => number.test(line))) return listAsHtml('ol', lines, number);
  return `<p>${lines.map(inline).join('<br>')}</p>`;
}

function listAsHtml(tag: string, lines: readonly string[], marker: RegExp): string {
  return `<${tag}>${lines.map((line) => `<li>${inline(line.replace(marker, ''))}</li>`).join('')}</${tag}>`;
}

function inline(text: string): string {
  return escapeHtml(text)
    .replaceAll(/`([^`]+)`/g, '<code>$1</code>')
    .replaceAll(/\[([^\]]+)\]\(([^)\s]+)\)/g, '<a href="$2">$1</a>')
    .replaceAll(
      /\*\*(.+?)\*\*|__(.+?)__/g,
      (_all, a: string | undefined, b: string | undefined) => `<strong>${a ?? b ?? ''}</strong>`,
    )
    .replaceAll(/\*([^*\s][^*]*)\*/g, '<em>$1</em>')
    .replaceAll(/(^|\W)_([^_\s][^_]*)_(?=\W|$)/g, '$1<em>$2</em>');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
