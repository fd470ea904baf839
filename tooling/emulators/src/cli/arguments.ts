import { parseArgs } from 'node:util';
import { type Service, services } from '../start.js';

/** What was asked for on the command line. */
export interface Arguments {
  readonly services: readonly Service[];
  readonly portBase: number;
  readonly seed: number;
  readonly json: boolean;
  readonly legacy: boolean;
  readonly rotateTokens: boolean;
  readonly off: boolean;
  readonly help: boolean;
}

/** A command line that cannot be followed, with the reason. */
export class UsageError extends Error {}

export const usage = `Usage: pnpm emulate [service …] [options]

Starts local emulators and runs until it is interrupted.

Services (default: all): ${names()}

Options:
  --port-base N     first port; each service has a fixed distance from it (default 4100)
  --json            first line on standard output: one JSON object with addresses and credentials
  --legacy          also answer old versions of the APIs that the services have switched off
  --rotate-tokens   chatter: every refresh gives a new refresh token and ends the old one
  --seed N          another world: other ids and secrets (default 1)
  --off             lists what is documented of a service and answered as a feature that is switched off, and ends
  --help            this text`;

/** Reads the arguments that follow the name of the program. */
export function readArguments(given: readonly string[]): Arguments {
  const { values, positionals } = parse(given);
  return {
    services: chosen(positionals),
    portBase: wholeNumber(values['port-base'], 'port-base', 65_000) ?? 4_100,
    seed: wholeNumber(values.seed, 'seed', 2 ** 31) ?? 1,
    json: values.json ?? false,
    legacy: values.legacy ?? false,
    rotateTokens: values['rotate-tokens'] ?? false,
    off: values.off ?? false,
    help: values.help ?? false,
  };
}

function parse(given: readonly string[]) {
  // `pnpm emulate -- --json` passes the two dashes on.
  const args = given.filter((argument) => argument !== '--');
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        'port-base': { type: 'string' },
        seed: { type: 'string' },
        json: { type: 'boolean' },
        legacy: { type: 'boolean' },
        'rotate-tokens': { type: 'boolean' },
        off: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The arguments cannot be read.');
  }
}

function chosen(wanted: readonly string[]): readonly Service[] {
  const unknown = wanted.find((name) => !services.some((service) => service.name === name));
  if (unknown !== undefined) {
    throw new UsageError(`There is no emulator "${unknown}". There are: ${names()}.`);
  }
  return wanted.length === 0 ? services : services.filter((service) => wanted.includes(service.name));
}

function wholeNumber(text: string | undefined, name: string, highest: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > highest) {
    throw new UsageError(`--${name} must be a whole number up to ${highest}.`);
  }
  return value;
}

function names(): string {
  return services.map((service) => service.name).join(', ');
}
