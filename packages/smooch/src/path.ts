import { createPath, type PathValue } from '@x/http-core';
import { SmoochError } from './errors.js';

/** Writes a path with values in it, each encoded and one segment; what cannot be one is refused. */
export function path(strings: TemplateStringsArray, ...values: readonly PathValue[]): string {
  return createPath('smooch', SmoochError)(strings, ...values);
}
