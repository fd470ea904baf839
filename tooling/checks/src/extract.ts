/** A piece of code that stands in a text. */
export interface Block {
  /** The line of the text on which its code begins. */
  readonly line: number;
  readonly code: string;
  /** Why it cannot be compiled as it is written. */
  readonly problem?: string;
}

/** The TypeScript blocks of a Markdown text, whose first line has the number `first`. */
export function markdownBlocks(text: string, first = 1): Block[] {
  const blocks: Block[] = [];
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const [, indent = '', fence = '', info = ''] = /^(\s*)(`{3,}|~{3,})(.*)$/.exec(lines[index] ?? '') ?? [];
    if (fence === '') continue;
    const start = index + 1;
    index = endOfFence(lines, start, fence);
    if (!/^(ts|typescript|tsx|mts|cts)\b/.test(info.trim())) continue;
    const line = first + start;
    const code = lines
      .slice(start, index)
      .map((inner) => (inner.startsWith(indent) ? inner.slice(indent.length) : inner))
      .join('\n');
    const problem = problemOf(info.trim(), index === lines.length);
    blocks.push(problem === undefined ? { line, code } : { line, code, problem });
  }
  return blocks;
}

/** The line that closes a fence; behind the last one when none does. */
function endOfFence(lines: readonly string[], start: number, fence: string): number {
  const end = lines.findIndex((line, index) => {
    const trimmed = line.trim();
    return index >= start && trimmed.startsWith(fence) && trimmed.replaceAll(fence.charAt(0), '') === '';
  });
  return end === -1 ? lines.length : end;
}

function problemOf(info: string, open: boolean): string | undefined {
  if (open) return 'is never closed';
  return info === 'ts'
    ? undefined
    : `is marked "${info}"; every block of TypeScript is marked "ts" and compiled`;
}

/** The code of every `@example` in the docs comments of a source text. */
export function exampleBlocks(source: string): Block[] {
  return [...source.matchAll(/^[ \t]*\/\*\*[\s\S]*?\*\//gm)].flatMap(({ 0: comment, index }) => {
    const first = source.slice(0, index).split('\n').length;
    const lines = comment
      .slice(0, -'*/'.length)
      .split('\n')
      .map((line) => line.replace(/^\s*\/?\*{1,2} ?/, '').replaceAll('*\\/', '*/'));
    return examplesIn(lines).flatMap(({ from, to }) => {
      const text = lines.slice(from, to).join('\n');
      if (/^\s*(`{3}|~{3})/m.test(text)) return markdownBlocks(text, first + from);
      return text.trim() === '' ? [] : [{ line: first + from, code: text.trimEnd() }];
    });
  });
}

/** Where the examples of a comment begin and end: behind `@example`, and before the next tag outside a fence. */
function examplesIn(lines: readonly string[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from: number | undefined;
  let fenced = false;
  for (const [index, line] of lines.entries()) {
    if (/^\s*(`{3}|~{3})/.test(line)) fenced = !fenced;
    if (fenced || !/^@\w/.test(line)) continue;
    if (from !== undefined) found.push({ from, to: index });
    from = /^@example\b/.test(line) ? index + 1 : undefined;
  }
  if (from !== undefined) found.push({ from, to: lines.length });
  return found;
}

/**
 * The imports that a block leaves out. A block that imports nothing of a package is given the names of it that it uses and
 * does not declare itself; `owners` says what is imported from where. It is one line, so that line numbers can be told.
 */
export function preamble(code: string, owners: ReadonlyMap<string, string>): string {
  const specifiers = [...new Set(owners.values())];
  if (specifiers.some((specifier) => code.includes(`from '${specifier}'`))) return '';
  const plain = code.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, '');
  const used = [...owners].filter(
    ([name]) =>
      new RegExp(`(?<![\\w$.])${name}(?![\\w$]|\\s*:)`).test(plain) &&
      !new RegExp(`\\b(const|let|var|function|class|interface|type|enum) ${name}\\b`).test(plain),
  );
  return specifiers
    .map((specifier) => {
      const names = used.filter(([, owner]) => owner === specifier).map(([name]) => name);
      return names.length === 0 ? '' : `import { ${names.join(', ')} } from '${specifier}'; `;
    })
    .join('')
    .trimEnd();
}
