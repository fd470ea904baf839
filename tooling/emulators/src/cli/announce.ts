import { type Credential, type Service, services } from '../start.js';
import type { RunningServices } from './start-services.js';

/** One line of JSON for programs. */
export function asJson(running: RunningServices, pid: number): string {
  const described = [...running].map(
    ([name, { url, credentials }]) => [jsonKeyOf(name), { url, ...credentials }] as const,
  );
  return JSON.stringify({ pid, ...Object.fromEntries(described) });
}

function jsonKeyOf(name: string): string {
  return services.find((service) => service.name === name)?.jsonKey ?? name;
}

/** A table for a person. */
export function asTable(running: RunningServices): string {
  const blocks = [...running].map(([name, { url, credentials, example }]) => {
    const rows = Object.entries({ url, ...credentials }).flatMap(rowsOf);
    const width = Math.max(...rows.map(([key]) => key.length));
    return [
      name,
      ...rows.map(([key, value]) => `  ${key.padEnd(width)}  ${value}`),
      '',
      `  try: curl ${example.map(quoted).join(' ')}`,
    ].join('\n');
  });
  return `${blocks.join('\n\n')}\n\nStop with Ctrl+C.`;
}

/** What the services answer as switched off, one line for each. */
export function asListOfOff(wanted: readonly Service[]): string {
  return wanted.flatMap(({ name, off = [] }) => off.map((feature) => `${name}  ${feature}`)).join('\n');
}

/** A list takes a row for each value of each thing in it. */
function rowsOf([key, value]: readonly [string, Credential]): (readonly [string, string])[] {
  if (typeof value !== 'object') return [[key, String(value)]];
  return value.flatMap((thing, index) =>
    Object.entries(thing).map(([name, plain]) => [`${key}[${index}].${name}`, String(plain)] as const),
  );
}

function quoted(argument: string): string {
  return /^[\w:/.@%-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", String.raw`'\''`)}'`;
}
