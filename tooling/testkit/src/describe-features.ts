import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/**
 * The table of features in the README of a package: it names tests that are there, or a command. Links may be written out, or
 * be names that are defined below. `folder` is the package's.
 */
export function describeFeatures(folder: URL, { atLeast }: { readonly atLeast: number }): void {
  const readme = readFileSync(new URL('README.md', folder), 'utf8');
  const [, features = ''] = readme.split('## Features, and where they are proved');
  const rows = features.split('\n## ')[0]?.match(/^\| (?!-|feature).+$/gm) ?? [];
  const linked = new RegExp(`packages/${folder.pathname.split('/').at(-2)}/(test/.+)$`);
  const defined = new Map(
    [...readme.matchAll(/^\[([^\]]+)\]: (\S+)$/gm)].map(([, name, address]) => [name, address]),
  );

  describe('the table of features', () => {
    test('has a row for each', () => {
      expect(rows.length).toBeGreaterThanOrEqual(atLeast);
    });

    test.each(rows.map((row) => row.split('|').map((cell) => cell.trim())))(
      '%s%s: where it says that it is proved, something is',
      (_edge, _feature, proof = '') => {
        const links = [...proof.matchAll(/\[([^\]]+)\](?:\(([^)]+)\))?/g)];
        const files = links.flatMap(([link, name, address = defined.get(name)]) => {
          expect([link, address]).not.toContain(undefined);
          const file = linked.exec(address ?? '')?.[1];
          return file === undefined ? [] : [file];
        });
        expect(files.length > 0 || proof.startsWith('`pnpm ')).toBe(true);
        for (const file of files) expect([file, existsSync(new URL(file, folder))]).toEqual([file, true]);
      },
    );
  });
}
