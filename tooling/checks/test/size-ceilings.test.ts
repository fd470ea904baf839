import { describe, expect, test } from 'vitest';
import { ceilingComplaints, formatBytes, sourceOf } from '../src/size-ceiling.ts';
import { sizeCeilings } from '../src/size-ceilings.ts';

const pie = { name: 'pie', from: '@x/pie', imports: ['createPie'], bytes: 100 };

describe('the table of ceilings', () => {
  test('is in order', () => {
    expect(ceilingComplaints(sizeCeilings, [])).toEqual([]);
  });

  test.each([
    ['an entry without a ceiling', [pie], ['@x/pie', '@x/pie/jwt'], '@x/pie/jwt has no ceiling'],
    ['a row that is there twice', [pie, pie], [], '@x/pie, pie is there twice'],
    [
      'a ceiling that is no number of bytes',
      [{ ...pie, bytes: 1.5 }],
      [],
      '@x/pie, pie has no ceiling in whole bytes',
    ],
    ['a ceiling of nothing', [{ ...pie, bytes: 0 }], [], '@x/pie, pie has no ceiling in whole bytes'],
  ])('is refused with %s', (_what, table, specifiers, complaint) => {
    expect(ceilingComplaints(table, specifiers)).toEqual([complaint]);
  });
});

describe('what is weighed', () => {
  test.each([
    [{ ...pie, imports: '*' as const }, "export * from '@x/pie';\n"],
    [{ ...pie, imports: ['a', 'b'] }, "export { a, b } from '@x/pie';\n"],
    [
      { ...pie, use: 'export const it = createPie();' },
      "import { createPie } from '@x/pie';\nexport const it = createPie();\n",
    ],
  ])('is a module: $imports $use', (ceiling, source) => {
    expect(sourceOf(ceiling)).toBe(source);
  });

  test('is written with its thousands', () => {
    expect(formatBytes(14_000)).toBe('14,000 bytes');
  });
});
