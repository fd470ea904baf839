import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bundle } from '../src/bundle.ts';
import { splitWithRolldown } from '../src/rolldown.ts';

const source = `import './at-once.js'; export const later = () => import('./on-demand.js');`;

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const files = {
  'at-once.js': `import { shared } from './shared.js'; globalThis.atOnce = shared;`,
  'on-demand.js': `import { shared } from './shared.js'; export const onDemand = [shared, 'rarely'];`,
  'shared.js': `export const shared = ['often', globalThis];`,
};

test('a bundle in one file weighs all that it can ever need', async () => {
  const made = await bundle(source, { folder: await folderOf(files), platform: 'browser' });
  expect(made.text).toMatch(/often.*rarely|rarely.*often/s);
});

test('the entry of a bundle that is split weighs what it imports at once, and not what it imports on demand', async () => {
  const folder = await folderOf(files);
  const whole = await bundle(source, { folder, platform: 'browser' });
  const entry = await bundle(source, { folder, platform: 'browser', split: true });
  expect(entry.text).toContain('often');
  expect(entry.text).not.toContain('rarely');
  expect([...entry.inputs].toSorted()).toEqual(['at-once.js', 'shared.js', 'use.js']);
  expect([...whole.inputs].toSorted()).toEqual(['at-once.js', 'on-demand.js', 'shared.js', 'use.js']);
});

test('rolldown, too, keeps what is imported on demand out of the entry', async ({ skip }) => {
  const folder = await folderOf(files);
  const entry = await splitWithRolldown(source, folder);
  if (entry === undefined) {
    skip('rolldown is not installed');
    return;
  }
  expect(entry.text).toContain('often');
  expect(entry.text).not.toContain('rarely');
  expect([...entry.inputs].toSorted()).toEqual(['at-once.js', 'shared.js', 'split.js']);
});

test('what a use loads on demand is weighed with it where a ceiling names it', async ({ skip }) => {
  const folder = await folderOf(files);
  const both = await splitWithRolldown(source, folder, ['on-demand.js']);
  if (both === undefined) {
    skip('rolldown is not installed');
    return;
  }
  expect(both.text).toMatch(/often.*rarely/s);
  expect([...both.inputs].toSorted()).toEqual(['at-once.js', 'on-demand.js', 'shared.js', 'split.js']);
  await expect(splitWithRolldown(source, folder, ['gone.js'])).rejects.toThrow('no file has gone.js in it');
});

test('what is not used weighs nothing', async () => {
  const folder = await folderOf({
    'package.json': '{ "sideEffects": false }',
    'a.js': 'export const a = 1;',
  });
  expect(await bundle(`import './a.js';`, { folder, platform: 'node' })).toMatchObject({
    gzipped: 0,
    minified: 0,
  });
});
