import { bundle, type Platform } from './bundle.js';
import { forbiddenWords, strangers } from './forbidden.js';
import type { Repository } from './repository.js';
import { complaints, messageOf, skipped, verdict, type Result } from './result.js';
import { shakeWithRolldown, splitWithRolldown } from './rolldown.js';
import { ceilingComplaints, formatBytes, sourceOf, type SizeCeiling } from './size-ceiling.js';
import { sizeCeilings } from './size-ceilings.js';

const everywhere: readonly Platform[] = ['browser', 'node'];

/**
 * What the packages weigh in a bundle, and what must not be in it.
 *
 * @yields two items for each ceiling and platform, and three for each entry that is imported and not used
 */
export async function* sizes(repository: Repository): AsyncGenerator<Result, void, undefined> {
  const entries = repository.packages.flatMap((workspace) => workspace.entries);
  const specifiers = entries.map(({ specifier }) => specifier);
  const built = new Set(entries.filter((entry) => entry.built).map(({ specifier }) => specifier));
  yield complaints('every entry has a ceiling', ceilingComplaints(sizeCeilings, specifiers));
  const { folder } = await repository.consumer();
  for (const ceiling of sizeCeilings) {
    for (const platform of ceiling.platforms ?? everywhere) {
      const what = `${ceiling.from}, ${ceiling.name}, ${platform === 'node' ? 'Node.js' : 'browser'}`;
      if (built.has(ceiling.from)) yield* weigh(what, ceiling, platform, folder);
      else yield skipped(what, 'not built');
    }
  }
  for (const specifier of specifiers) {
    if (built.has(specifier)) yield* shake(specifier, folder);
    else yield skipped(`${specifier}, unused`, 'not built');
  }
}

async function* weigh(
  what: string,
  ceiling: SizeCeiling,
  platform: Platform,
  folder: string,
): AsyncGenerator<Result, void, undefined> {
  const { from, external = [], split, loads, bytes } = ceiling;
  const source = sourceOf(ceiling);
  try {
    const made =
      split === 'rolldown'
        ? await splitWithRolldown(source, folder, loads)
        : await bundle(source, { folder, platform, external, split: split === 'esbuild' });
    if (made === undefined) {
      yield skipped(what, 'rolldown is not installed');
      return;
    }
    const figure = `${formatBytes(made.gzipped)} of ${bytes.toLocaleString('en-US')}`;
    yield verdict(what, made.gzipped <= bytes, figure);
    yield complaints(
      `${what}, contents`,
      [...forbiddenWords(from, platform, made.text), ...strangers(from, made.inputs)],
      'nothing that does not belong there',
    );
  } catch (error) {
    yield verdict(what, false, messageOf(error));
  }
}

async function* shake(specifier: string, folder: string): AsyncGenerator<Result, void, undefined> {
  const what = `${specifier}, unused`;
  try {
    const made = await bundle(`import '${specifier}';\n`, { folder, platform: 'browser' });
    yield verdict(`${what}, esbuild`, made.minified === 0, `${made.minified} bytes of 0`);
    const left = await shakeWithRolldown(specifier, folder);
    if (left === undefined) {
      yield skipped(`${what}, rolldown`, 'rolldown is not installed');
      return;
    }
    const { trusting, distrusting } = left;
    yield verdict(`${what}, rolldown`, trusting === '', `${trusting.length} bytes of 0`);
    yield verdict(
      `${specifier}, work at import time`,
      distrusting === '',
      distrusting === '' ? 'none' : `${distrusting.length} bytes, ${distrusting.slice(0, 80)}`,
    );
  } catch (error) {
    yield verdict(what, false, messageOf(error));
  }
}
