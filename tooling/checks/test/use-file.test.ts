import { describe, expect, test } from 'vitest';
import { declarationComplaints, explainUse, useFile } from '../src/use-file.ts';

const declared = { callable: false, typeParameters: 0, comment: '' };

describe('a file that uses an entry', () => {
  test('asserts of every name that it is no any', () => {
    const text = useFile('@x/pie', [
      { ...declared, name: 'createPie', kind: 'function', callable: true },
      { ...declared, name: 'Pages', kind: 'interface', typeParameters: 2 },
      { ...declared, name: 'PieError', kind: 'class' },
    ]);
    expect(text).toContain("import * as values from '@x/pie';");
    expect(text).toContain('createPieAnswer = Known<IsAny<Awaited<ReturnType<typeof types.createPie>>>>;');
    expect(text).toContain('PagesType = Known<IsAny<types.Pages<never, never>>>;');
    expect(text).toContain('PieErrorMember = Known<IsAny<types.PieError[keyof types.PieError]>>;');
  });
});

describe('an error in such a file', () => {
  const text = useFile('@x/pie', [{ ...declared, name: 'bake', kind: 'const' }]);
  const line = text.split('\n').findIndex((one) => one.includes('bakeValue')) + 1;

  test('names the declaration that has become any', () => {
    expect(explainUse(`use-0.ts(${line},40): error TS2344: Type 'true' …`, text)).toBe(
      'typeof types.bake is any (TS2344)',
    );
  });

  test('of another kind stays as it is', () => {
    const error = "use-0.ts(1,1): error TS2307: Cannot find module '@x/pie'";
    expect(explainUse(error, text)).toBe(error);
  });
});

describe('a declaration file', () => {
  test.each([
    ['export declare const a: (body: BodyInit | null) => void;', ['a.d.ts names BodyInit']],
    ["import type { KyInstance } from 'ky';", ['a.d.ts imports from ky']],
    ['export declare const a: import("ky").KyInstance;', ['a.d.ts imports from ky']],
    ['/** Not a CryptoKey. */\nexport type MyCryptoKeys = 1; // CloseEvent', []],
    ["import { lucky } from './lucky.js';", []],
  ])('%s', (text, expected) => {
    expect(declarationComplaints('a.d.ts', text)).toEqual(expected);
  });
});
