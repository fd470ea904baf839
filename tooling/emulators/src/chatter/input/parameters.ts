import { illegalValue, outsideRange } from '../errors.js';

/** A whole number of the query within its range; anything else is refused. */
export function wholeNumber(
  parameters: URLSearchParams,
  name: string,
  range: { readonly from: number; readonly to: number; readonly usual: number },
): number {
  const text = parameters.get(name);
  if (text === null) return range.usual;
  if (!/^-?\d{1,9}$/.test(text)) throw illegalValue(name, text);
  const value = Number(text);
  if (value < range.from || value > range.to) throw outsideRange(name, range.from, range.to);
  return value;
}

/** One of several words, in any case, as the service writes it. */
export function oneOf<Word extends string>(value: string, name: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate.toLowerCase() === value.toLowerCase());
  if (word === undefined) throw illegalValue(name, value);
  return word;
}
