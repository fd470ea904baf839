import type { RunningServices } from './start-services.js';

/** One line of JSON for programs. */
export function asJson(running: RunningServices, pid: number): string {
  const services = [...running].map(
    ([name, { url, credentials }]) => [name, { url, ...credentials }] as const,
  );
  return JSON.stringify({ pid, ...Object.fromEntries(services) });
}

/** A table for a person. */
export function asTable(running: RunningServices): string {
  const blocks = [...running].map(([name, { url, credentials, example }]) => {
    const rows = Object.entries({ url, ...credentials });
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

function quoted(argument: string): string {
  return /^[\w:/.@%-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", String.raw`'\''`)}'`;
}
