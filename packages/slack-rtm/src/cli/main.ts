import { isServiceError } from '@x/http-core';
import { redact } from '../errors.js';
import { extractCommand } from './extract.js';
import { formatCommand } from './format.js';
import { UsageError, type Command, type System } from './system.js';
import { tailCommand } from './tail.js';

const commands: ReadonlyMap<string, Command> = new Map([
  ['tail', tailCommand],
  ['extract', extractCommand],
  ['format', formatCommand],
]);

const usage = `Usage: slack-rtm <command> [options]

Commands:
  tail      writes events as they come
  extract   writes what was said in a conversation
  format    writes logs as Markdown

"slack-rtm <command> --help" tells more; --version tells the version.`;

/** How a run ended, as shells want to know it. */
const exit = { well: 0, failed: 1, misused: 2, interrupted: 130 } as const;

/** Runs a command line, and resolves with the exit code. What is wrong is told, and never thrown. */
export async function main(system: System, args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  const command = commands.get(name);
  try {
    if (name === '--version') await system.write(`${system.version}\n`);
    else if (name === '--help' || name === 'help') await system.write(`${usage}\n`);
    else if (command === undefined) {
      throw new UsageError(name === '' ? 'a command is missing' : `there is no command ${name}`);
    } else await runCommand(system, command, rest);
    return exit.well;
  } catch (error) {
    if (system.signal.aborted) return name === 'tail' ? exit.well : exit.interrupted;
    system.tell(`slack-rtm: ${redact(messageOf(error))}`);
    if (!isMisuse(error)) return exit.failed;
    system.tell(`Try: slack-rtm ${command === undefined ? '' : `${name} `}--help`);
    return exit.misused;
  }
}

async function runCommand(system: System, command: Command, args: readonly string[]): Promise<void> {
  const line = system.parse(args, { ...command.options, help: { type: 'boolean' } });
  if (line.values['help'] === true) await system.write(`${command.usage}\n`);
  else await command.run(system, line);
}

function isMisuse(error: unknown): boolean {
  if (error instanceof UsageError) return true;
  return isServiceError(error) && error.kind === 'usage' && error.code.startsWith('INVALID_');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/^slack: /, '') : String(error);
}
