/** What Markdown, also that of GitHub, reads as something else than itself. */
const marks = /[\\*_~[\]#<>|`&]/g;
/** What is read so at the beginning of a line only: lists, rules and underlined headings. */
const atStart = /^(\s*)(?:(\d{1,9})([.)])|([-+=]))/;

/** A text that Markdown shows as it is. Says nothing of lines but where the first one begins. */
export function escapeMarkdown(text: string, isLineStart: boolean): string {
  return text
    .split('\n')
    .map((line, index) => {
      const escaped = line.replaceAll(marks, String.raw`\$&`);
      return index > 0 || isLineStart ? escaped.replace(atStart, escapeStart) : escaped;
    })
    .join('\n');
}

function escapeStart(_: string, blank: string, digits = '', end = '', mark = ''): string {
  return `${blank}${digits}\\${end}${mark}`;
}
