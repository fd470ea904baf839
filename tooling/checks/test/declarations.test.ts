import { describe, expect, test } from 'vitest';
import { exportsOf, type DeclarationFiles } from '../src/declarations.ts';

function filesOf(texts: Readonly<Record<string, string>>): DeclarationFiles {
  return {
    resolve: (specifier) => (specifier in texts ? specifier : undefined),
    read: (path) => texts[path] ?? '',
  };
}

const index = (text: string): Record<string, object> => {
  const found = exportsOf('index', filesOf({ index: text }));
  return Object.fromEntries(found.map(({ name, ...rest }) => [name, rest]));
};

describe('declarations', () => {
  test('are told apart, with comments and type parameters', () => {
    const found = index(
      [
        '/** Makes one. */',
        'export declare function make<T extends Map<string, () => void>, U = { a: [T, T] }>(input: T): U;',
        '/**',
        ' * export declare function hidden(): void;',
        ' */',
        'export interface Pages<Item, Page = unknown> extends AsyncIterable<Item> {',
        '    /** A member. */',
        '    pages(): void;',
        '}',
        'export type Kind = "a" | "b";',
        'export declare const wait: (ms: number) => void;',
        'export declare const limits: {',
        '    readonly a: 1;',
        '};',
        '/** An error. */',
        'export declare abstract class PieError extends Error {',
        '}',
        'declare const secret: 1;',
        'export {};',
      ].join('\n'),
    );
    expect(found).toEqual({
      make: { kind: 'function', callable: true, typeParameters: 2, comment: '/** Makes one. */' },
      Pages: {
        kind: 'interface',
        callable: false,
        typeParameters: 2,
        comment: '/**\n * export declare function hidden(): void;\n */',
      },
      Kind: { kind: 'type', callable: false, typeParameters: 0, comment: '' },
      wait: { kind: 'const', callable: true, typeParameters: 0, comment: '' },
      limits: { kind: 'const', callable: false, typeParameters: 0, comment: '' },
      PieError: { kind: 'class', callable: false, typeParameters: 0, comment: '/** An error. */' },
    });
  });

  test('of an overloaded function share the comment of one', () => {
    const found = index(
      '/** Both. */\nexport declare function a(x: 1): 1;\nexport declare function a(x: 2): 2;\n',
    );
    expect(found['a']).toMatchObject({ comment: '/** Both. */' });
  });

  test('are followed through files, names and packages', () => {
    const files = filesOf({
      index: [
        "import { Inner } from './inner.js';",
        "export { make, type Kind as Sort } from './inner.js';",
        'export type { Inner };',
        "export * from './all.js';",
        "export type * from './types.js';",
        "export {\n  isServiceError,\n} from '@x/http-core';",
      ].join('\n'),
      './inner.js':
        '/** 1 */\nexport declare function make(): void;\n/** 2 */\nexport type Kind = 1;\n/** 3 */\nexport interface Inner {\n}\n',
      './all.js': "export * from './all.js';\n/** 4 */\ndeclare const four: 4;\nexport { four };\n",
      './types.js': '/** 6 */\nexport interface Six {\n}\n',
      '@x/http-core': '/** 5 */\nexport declare function isServiceError(value: unknown): boolean;\n',
    });
    const found = exportsOf('index', files).map(({ name, comment }) => `${name} ${comment}`);
    expect(found.toSorted()).toEqual([
      'Inner /** 3 */',
      'Six /** 6 */',
      'Sort /** 2 */',
      'four /** 4 */',
      'isServiceError /** 5 */',
      'make /** 1 */',
    ]);
  });

  test('that cannot be found are an error, not left out', () => {
    expect(() => index("export { a } from './b.js';")).toThrow('not ours');
    expect(() => index('export { a };')).toThrow('declared nowhere');
  });
});
