import type { SessionResult } from './session.js';

/** Writes a session for a person to read. */
export interface Printer {
  title(text: string): void;
  ask(title: string, code: string): void;
  answer(lines: readonly string[], durationMs: number): void;
  say(text: string): void;
  fail(text: string): void;
  summary(results: readonly SessionResult[]): void;
}

const codes = { bold: 1, dim: 2, red: 31, green: 32, cyan: 36 } as const;

/** A printer for standard output: coloured on a terminal, plain elsewhere. */
export function createPrinter(output: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): Printer {
  const coloured = output.isTTY && environment['NO_COLOR'] === undefined;
  const paint = (style: keyof typeof codes, text: string): string =>
    coloured ? `\u001B[${codes[style]}m${text}\u001B[0m` : text;
  const line = (text = ''): void => void output.write(`${text}\n`);

  return {
    title: (text) => {
      line();
      line(paint('bold', text));
      line(paint('dim', '─'.repeat(text.length)));
    },
    ask(title, code) {
      line(paint('dim', title));
      for (const each of code.split('\n')) line(`  ${paint('cyan', each)}`);
    },
    answer(lines, durationMs) {
      lines.forEach((each, index) => {
        const time = index === 0 ? paint('dim', `  (${durationMs.toFixed(0)} ms)`) : '';
        line(`  ${index === 0 ? paint('green', '→') : ' '} ${each}${time}`);
      });
      line();
    },
    say: (text) => line(`${paint('dim', text)}\n`),
    fail: (text) => line(`  ${paint('red', '✗')} ${text}\n`),
    summary(results) {
      const rows = results.map((result) => [
        result.name,
        `${result.steps.filter(({ ok }) => ok).length} of ${result.steps.length}`,
        String(result.requests),
        String(result.refreshes),
        `${result.durationMs.toFixed(0)} ms`,
        result.failure === undefined ? 'as it should be' : 'FAILED',
      ]);
      line();
      const table = [['session', 'steps', 'requests', 'refreshes', 'time', 'outcome'], ...rows];
      const widths =
        table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
      table.forEach((row, index) => {
        const text = row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('   ')
          .trimEnd();
        const failed = row.at(-1) === 'FAILED';
        line(index === 0 ? paint('bold', text) : failed ? paint('red', text) : text);
      });
    },
  };
}
