import { readFile, writeFile } from 'node:fs/promises';

const begin = '<!-- bench -->';
const end = '<!-- /bench -->';

/** Puts a text between the two marks of a document. */
export function between(document: string, text: string): string {
  const [before, rest, ...more] = document.split(begin);
  const [, after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`There must be one place between ${begin} and ${end}`);
  }
  return `${before}${begin}\n\n${text}\n\n${end}${after}`;
}

/** Puts a text between the two marks of a file. */
export async function writeBetween(file: string, text: string): Promise<void> {
  await writeFile(file, between(await readFile(file, 'utf8'), text));
}
