import { describe, expect, test } from 'vitest';
import { entriesOf, manifestComplaints, type Manifest } from '../src/manifest.ts';
import { fileComplaints } from '../src/metadata.ts';

const target = { '@x/source': './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' };
const manifest: Manifest = {
  name: '@x/pie',
  version: '0.0.0',
  description: 'Client for pies.',
  keywords: ['a', 'b', 'c'],
  license: 'MIT',
  repository: { url: 'git+https://example.com/x/pies.git', directory: 'packages/pie' },
  type: 'module',
  sideEffects: false,
  files: ['dist', 'src'],
  exports: {
    '.': target,
    './jwt': { ...target, default: './dist/jwt.js' },
    './package.json': './package.json',
  },
  engines: { node: '>=22.12' },
  publishConfig: { access: 'public' },
};

describe('a manifest', () => {
  test('that is complete is not complained about', () => {
    expect(manifestComplaints(manifest, 'packages/pie')).toEqual([]);
  });

  test.each<[string, Partial<Manifest>, string]>([
    ['a description that is no sentence', { description: 'pies' }, 'should have description, a sentence'],
    [
      'the folder of another package',
      { repository: { ...manifest.repository, directory: 'packages/cake' } },
      'repository.directory',
    ],
    ['side effects', { sideEffects: true }, 'sideEffects false'],
    ['more files', { files: ['dist', 'src', 'test'] }, 'files "dist" and "src"'],
    ['another floor', { engines: { node: '>=20' } }, 'engines.node ">=22.12"'],
    ['no way to publish it', { private: true }, 'not private'],
    [
      'a condition behind default',
      {
        exports: { ...manifest.exports, './b': { types: './b.d.ts', default: './b.js', browser: './c.js' } },
      },
      'exports["./b"] should end in "types" and "default"',
    ],
    [
      'types that come before the sources of another condition',
      {
        exports: {
          ...manifest.exports,
          './b': { types: './b.d.ts', '@x/source': './b.ts', default: './b.js' },
        },
      },
      'exports["./b"] should end in "types" and "default"',
    ],
  ])('with %s is refused', (_what, change, complaint) => {
    const found = manifestComplaints({ ...manifest, ...change }, 'packages/pie');
    expect(found).toEqual([expect.stringContaining(complaint)]);
  });

  test('says what can be imported', () => {
    expect(entriesOf(manifest)).toEqual([
      { specifier: '@x/pie', module: './dist/index.js', types: './dist/index.d.ts' },
      { specifier: '@x/pie/jwt', module: './dist/jwt.js', types: './dist/index.d.ts' },
    ]);
  });
});

describe('a tarball', () => {
  const files = ['package.json', 'README.md', 'LICENSE', 'dist/a/b.js', 'dist/a/b.d.ts.map', 'src/a/b.ts'];

  test('holds what is built, its sources, and the papers', () => {
    expect(fileComplaints(files)).toEqual([]);
    expect(fileComplaints([...files, 'CHANGELOG.md'])).toEqual([]);
  });

  test.each([
    [[...files, 'test/a.test.ts'], 'test/a.test.ts should not be there'],
    [[...files, 'tsconfig.json'], 'tsconfig.json should not be there'],
    [[...files, 'dist/gone.js'], 'dist/gone.js has no source; remove dist and build again'],
    [files.filter((file) => file !== 'LICENSE'), 'LICENSE is missing'],
  ])('is refused: %s', (list, complaint) => {
    expect(fileComplaints(list)).toEqual([complaint]);
  });
});
