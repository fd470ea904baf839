/** Both captured messages that were cut end with a whole line, and are some characters shorter than this. */
const longestShown = 600;

/** As much of a text in lines as is shown at once, and whether that is all of it. The first line is cut rather than left out. */
export function cutLines(lines: readonly string[]): { readonly shown: string[]; readonly isWhole: boolean } {
  const shown: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > longestShown + 1) break;
    shown.push(line);
  }
  if (shown.length === 0) shown.push((lines[0] ?? '').slice(0, longestShown));
  return { shown, isWhole: shown.length === lines.length && shown.at(-1) === lines.at(-1) };
}
