import type { Platform } from './bundle.js';

/** How much a use of a package may weigh at most, minified and compressed. */
export interface SizeCeiling {
  /** What is used, in words. */
  readonly name: string;
  /** What it is imported from. */
  readonly from: string;
  /** The names that are imported; `'*'` for everything that there is. */
  readonly imports: '*' | readonly string[];
  /** Code that uses what was imported; by default the names are only handed on. */
  readonly use?: string;
  /** What is not weighed, because other packages bring it along anyway. */
  readonly external?: readonly string[];
  readonly platforms?: readonly Platform[];
  /**
   * By which bundler it is split, so that only what is loaded at once is weighed. Default: all of it, in one file, by
   * esbuild, which loads at once also what is shared with another part of the index that nobody uses.
   */
  readonly split?: 'esbuild' | 'rolldown';
  /** What its use loads on demand and is weighed, too, when rolldown splits it: the ends of the paths of modules. */
  readonly loads?: readonly string[];
  /** In bytes. What was measured and a tenth more; from then on it only falls. */
  readonly bytes: number;
}

/** The module that a user of what a ceiling describes would write. */
export function sourceOf({ from, imports, use }: SizeCeiling): string {
  if (imports === '*') return `export * from '${from}';\n`;
  const names = `{ ${imports.join(', ')} }`;
  return use === undefined
    ? `export ${names} from '${from}';\n`
    : `import ${names} from '${from}';\n${use}\n`;
}

/** What is wrong with a table of ceilings itself, given what there is to weigh. */
export function ceilingComplaints(ceilings: readonly SizeCeiling[], specifiers: readonly string[]): string[] {
  const titles = ceilings.map(({ from, name }) => `${from}, ${name}`);
  return [
    ...titles
      .filter((title, index) => titles.indexOf(title) !== index)
      .map((title) => `${title} is there twice`),
    ...ceilings
      .filter(({ bytes }) => !(Number.isInteger(bytes) && bytes > 0))
      .map(({ from, name }) => `${from}, ${name} has no ceiling in whole bytes`),
    ...specifiers
      .filter((specifier) => !ceilings.some(({ from }) => from === specifier))
      .map((specifier) => `${specifier} has no ceiling`),
  ];
}

/** A number of bytes as people write it. */
export function formatBytes(bytes: number): string {
  return `${bytes.toLocaleString('en-US')} bytes`;
}
