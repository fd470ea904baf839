import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { behaviours, replaced } from './behaviours.js';

const folder = new URL('.', import.meta.url);
// What stands in a table ends before the next test.
const titled =
  /\btest(?:\.(?:each|skipIf)\((?:(?!\n *test[.(])[^])*?\))*\(\s*(?:\(?[^()]*\)? => )?behaviour\((\d+)/g;

/** The numbers that tests of this folder carry. A test that is switched off carries none. */
function tested(): Set<number> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
  const numbers = files.flatMap((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    return [...text.matchAll(titled)].map(([, number]) => Number(number));
  });
  return new Set(numbers);
}

test('each of the 150 behaviours has a test, or something in its place', () => {
  const numbers = Object.keys(behaviours).map(Number);
  const shown = tested();
  const missing = numbers.filter((number) => !shown.has(number) && replaced[number] === undefined);
  console.log(
    `${shown.size} of ${numbers.length} behaviours are tested, ${Object.keys(replaced).length} replaced` +
      (missing.length === 0 ? '' : `; missing: ${missing.join(', ')}`),
  );
  expect(numbers).toHaveLength(150);
  expect(missing).toEqual([]);
  expect([...shown].filter((number) => replaced[number] !== undefined)).toEqual([]);
});
