import { inspect } from 'node:util';
import { expect } from 'vitest';

/** Everything of a value that a program may print by accident. */
export function everythingPrinted(value: unknown): string {
  const message = value instanceof Error ? `${value.message} ${value.stack ?? ''} ${String(value)}` : '';
  return `${inspect(value, { depth: 20 })} ${JSON.stringify(value)} ${message}`;
}

/** Fails when one of the secrets can be read in what the value prints, its causes included. */
export function expectNoSecrets(value: unknown, secrets: readonly string[]): void {
  const printed = everythingPrinted(value);
  for (const secret of secrets) expect(printed).not.toContain(secret);
}
