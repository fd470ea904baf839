import { createPath, type PathValue } from '@x/http-core';
import { refuseArgument, SmoochError } from './errors.js';

/** Writes a path with values in it, each encoded and one segment; what cannot be one is refused. */
export function path(strings: TemplateStringsArray, ...values: readonly PathValue[]): string {
  for (const [index, value] of values.entries()) {
    if (!/^(string|number|bigint)$/.test(typeof value)) {
      refuseArgument(`what follows ${strings[index]}`, 'an id, as a text or a number');
    }
  }
  return createPath('smooch', SmoochError)(strings, ...values);
}
