import type { Heard } from './programs/hearing.js';
import type { Sample } from './programs/in-turns.js';
import { ratios, summarize } from './statistics.js';
import { spread, times } from './units.js';

/** The first as it is, and the others by it. */
export function rowOf<Name extends string>(
  what: string,
  names: readonly Name[],
  valuesOf: (name: Name) => readonly number[],
  unit: (value: number) => string,
): string[] {
  const [first, ...others] = names.map(valuesOf);
  const base = first ?? [];
  return [
    what,
    unit(summarize(base).median),
    ...others.map((values) => {
      const { median } = summarize(values);
      return `${unit(median)}, ${spread(summarize(ratios(values, base)), times)}`;
    }),
  ];
}

/** The heap at each tenth of the way. */
export function heapOf({ heap }: Heard): string {
  return `${heap.map((megabytes) => megabytes.toFixed(0)).join(', ')} MB`;
}

/** A row for each call and each crowd: the first contender as it is, the others by it. */
export function callRows<Name extends string>(
  figure: string,
  names: readonly Name[],
  samples: readonly Sample<Name>[],
  unit: (value: number) => string,
): string[][] {
  const kinds = new Map(
    samples.map(({ what, atOnce }) => [`\`${what}\`, ${atOnce} at once`, { what, atOnce }]),
  );
  return [...kinds].map(([kind, { what, atOnce }]) => {
    const valuesOf = (name: Name): number[] =>
      samples
        .filter((sample) => sample.what === what && sample.atOnce === atOnce && sample.contender === name)
        .map(({ value }) => value);
    const [first, ...others] = names.map(valuesOf);
    const base = first ?? [];
    const cells = others.map((values) => spread(summarize(ratios(values, base)), times));
    return [`${figure} a call, ${kind}`, unit(summarize(base).median)].concat(cells);
  });
}
