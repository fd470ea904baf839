import type { Summary } from './statistics.js';

/** Figures as the tables show them. */
export const microseconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} µs`;
export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
export const kilobytes = (value: number): string => `${(value / 1000).toFixed(1)} kB`;
export const megabytes = (value: number): string => `${(value / 1_000_000).toFixed(1)} MB`;
export const thousands = (value: number): string => `${(value / 1000).toFixed(0)} thousand`;
export const times = (value: number): string => `${value.toFixed(2)} ×`;

/** The median with the quartiles. */
export function spread({ median, low, high }: Summary, unit: (value: number) => string): string {
  return `${unit(median)} (${unit(low).replace(/ .*/, '')}–${unit(high).replace(/ .*/, '')})`;
}
