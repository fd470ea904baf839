import type { Property } from '@x/chatter-data';
import { illegalValue, invalidSort, missingArgument, outsideRange } from '../errors.js';

/** Integers count things here: the documentation names no negative one, and often no least one. */
const largestInteger = 2 ** 31 - 1;

/** Checks a query by what the resource table says of its parameters. Parameters that it does not know are of no account. */
export function checkParameters(
  parameters: readonly Property[],
  query: URLSearchParams,
  version: number,
): void {
  for (const parameter of parameters) {
    if (version < (parameter.since ?? 0)) continue;
    const value = query.get(parameter.name);
    if (value !== null) checkValue(parameter, value);
    else if (parameter.required === true) throw missingArgument(parameter.name);
  }
}

function checkValue(parameter: Property, value: string): void {
  const { name, type, enum: values, min = 0, max = largestInteger } = parameter;
  const isKnown = values?.some((known) => known.toLowerCase() === value.toLowerCase()) ?? true;
  if (!isKnown) throw name === 'sort' ? invalidSort(value) : illegalValue(name, value);
  if (type.kind === 'boolean' && !/^(?:true|false)$/i.test(value)) throw illegalValue(name, value);
  if (type.kind !== 'integer') return;
  if (!/^-?\d{1,15}$/.test(value)) throw illegalValue(name, value);
  if (Number(value) < min || Number(value) > max) throw outsideRange(name, min, max);
}
